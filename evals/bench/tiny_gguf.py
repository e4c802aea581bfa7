"""Makes a model file of a few hundred kilobytes with random weights, for a server that is to run without a model.

Runs in an environment of its own, which has the packages `gguf` and `numpy`:

    python evals/bench/tiny_gguf.py FILE

The tokens are bytes. The weights are random (and always the same), but for one thing: quotation marks and closing
brackets are likelier than the rest, so that strings and lists under a grammar come to an end.
"""

from __future__ import annotations

import sys
from typing import Any

WIDTH, HIDDEN, HEADS, CONTEXT = 64, 96, 2, 65_536
UNKNOWN, BEGIN, END = 0, 1, 2
NORMAL, CONTROL, BYTE = 1, 3, 6
LIKELY = {'"': 0.9, "]": 0.2, "\u2581": -2.0}
"""How much likelier than the rest; a grammar that allows white space would get little else."""


def tokens() -> list[tuple[str, int]]:
    """All tokens with their types: three special ones, 256 bytes, and the printable ASCII characters once more."""
    special = [("<unk>", CONTROL), ("<s>", CONTROL), ("</s>", CONTROL)]
    raw = [(f"<0x{byte:02X}>", BYTE) for byte in range(256)]
    return [*special, *raw, *((chr(code) if code != 32 else "\u2581", NORMAL) for code in range(32, 127))]


def weights(size: int) -> dict[str, Any]:
    """The tensors by name. The first number of every token is 1, so that a row of the output has a constant part."""
    import numpy

    dice = numpy.random.default_rng(1)

    def some(*shape: int, scale: float = 0.05) -> Any:
        return (dice.standard_normal(shape) * scale).astype(numpy.float32)

    embedding, output = some(size, WIDTH, scale=0.3), some(size, WIDTH, scale=0.1)
    embedding[:, 0], output[:, 0] = 1.0, 0.0
    for number, (text, _) in enumerate(tokens()):
        output[number, 0] = LIKELY.get(text, 0.0)
    blind = {"attn_output": (WIDTH, WIDTH), "ffn_down": (WIDTH, HIDDEN)}
    seeing = dict.fromkeys(("attn_q", "attn_k", "attn_v"), (WIDTH, WIDTH))
    seeing |= dict.fromkeys(("ffn_gate", "ffn_up"), (HIDDEN, WIDTH))
    block = {f"blk.0.{name}.weight": some(*shape) for name, shape in {**blind, **seeing}.items()}
    for name in blind:
        block[f"blk.0.{name}.weight"][0] = 0.0
    ones = numpy.ones(WIDTH, numpy.float32)
    norms = dict.fromkeys(("blk.0.attn_norm.weight", "blk.0.ffn_norm.weight", "output_norm.weight"), ones)
    return {"token_embd.weight": embedding, "output.weight": output, **block, **norms}


def main(path: str) -> None:
    """Write the file."""
    import gguf

    vocabulary = tokens()
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("random weights")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(HIDDEN)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_vocab_size(len(vocabulary))
    writer.add_tokenizer_model("llama")
    writer.add_token_list([text for text, _ in vocabulary])
    writer.add_token_scores([0.0] * len(vocabulary))
    writer.add_token_types([kind for _, kind in vocabulary])
    writer.add_bos_token_id(BEGIN)
    writer.add_eos_token_id(END)
    writer.add_unk_token_id(UNKNOWN)
    for name, values in weights(len(vocabulary)).items():
        writer.add_tensor(name, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    main(sys.argv[1])
