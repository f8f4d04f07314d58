"""Reads a column of texts with a pandas UDF: every machine needs the Python package `nutgraf`, pandas and pyarrow.

    spark-submit udf.py ARTICLES OUT

ARTICLES are JSON Lines with `id` and `text`; OUT becomes a folder of JSON Lines with `id`, `headline`, `speakers` and the whole
breakdown as text in `article`.
"""

import json
import sys
from collections.abc import Iterator

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql.functions import col, pandas_udf

import nutgraf

articles, out = sys.argv[1:]
spark = SparkSession.builder.appName("nutgraf").getOrCreate()


@pandas_udf("headline string, speakers array<string>, article string")
def breakdown(batches: Iterator[pd.Series]) -> Iterator[pd.DataFrame]:
    for texts in batches:
        rows = []
        for article in nutgraf.parse_many(texts, threads=1):
            del article["id"]
            rows.append({
                "headline": article.get("head", {}).get("headline", {}).get("text"),
                "speakers": [quote["speaker"]["name"] for quote in article.get("quotes", []) if "name" in quote.get("speaker", {})],
                "article": json.dumps(article, ensure_ascii=False),
            })
        yield pd.DataFrame(rows)


table = spark.read.json(articles).select("id", breakdown(col("text")).alias("read"))
table.select("id", "read.*").write.json(out)
