"""What an analyst moves in JupyterLab; the batch leaves these cells out."""
