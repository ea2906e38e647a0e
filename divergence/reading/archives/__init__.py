"""Archives: deliveries of Nexis and Factiva, and answers of newspapers' APIs."""
