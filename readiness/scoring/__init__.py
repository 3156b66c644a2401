"""The published scoring model: answers in, a result with all its arithmetic out. Plain Python, no Django.

Read in this order: `model` (what is published), `sheet` (answers as levels), `score`, `verdict`,
`confidence`, `steps`, `gaps`; `outcome.evaluate` is the one door that callers use.
"""
