"""Reads articles with Spark by way of the command line: every machine needs `nutgraf` on its PATH, and nothing else.

    spark-submit pipe.py ARTICLES OUT

ARTICLES are JSON Lines, {"id", "text", "url"?, "published"?}; OUT becomes a folder of JSON Lines, a breakdown a line. A bad
record stands there as {"id", "error"}.
"""

import os
import sys

from pyspark.sql import SparkSession

articles, out = sys.argv[1:]
spark = SparkSession.builder.appName("nutgraf").getOrCreate()
# Spark runs one task a core: each reads one article at a time. Without `env` it would not look along the PATH
program = "nutgraf --jsonl --offsets codepoint --threads 1"
spark.sparkContext.textFile(articles).pipe(program, env=dict(os.environ)).saveAsTextFile(out)
