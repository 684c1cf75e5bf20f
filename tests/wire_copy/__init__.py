"""Wire copy made by rule: sentences whose right reading is known because they were put together from their parts."""
