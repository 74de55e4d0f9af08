"""From facts to the ranked list: observe, judge, weigh, rank."""
