"""Reading: from a path to articles, and to the reasons why an input was not used."""
