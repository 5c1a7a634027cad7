"""The rules that hold between tables, a small function each; `pasar_nb.contract.relations` lists them."""
