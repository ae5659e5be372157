"""The gate and the checks it reads."""
