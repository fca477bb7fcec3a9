package io.github.hybridnet.azure.http;

import io.github.hybridnet.azure.json.ListPage;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pages of one list. A list that links back to one of its pages, or that does not end, is not
 * known as a whole, and says nothing about what is not in it.
 */
final class PagedList {
  /** Azure's own pages have a thousand elements at most; no subscription has so many. */
  private static final int MOST_PAGES = 500;

  private static final int MOST_ENTRIES = 100_000;

  private final List<Map<String, Object>> entries = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private String next;

  PagedList(URL first) {
    this.next = first.toString();
  }

  /** The address of the next page; empty after the last one. */
  String next() {
    return next;
  }

  List<Map<String, Object>> entries() {
    return entries;
  }

  void add(ListPage page) {
    seen.add(next);
    entries.addAll(page.entries());
    if (seen.contains(page.next())) {
      throw UnreadableAnswers.endless("a page links to one that was read already");
    }
    if (!page.next().isEmpty() && (seen.size() >= MOST_PAGES || entries.size() >= MOST_ENTRIES)) {
      throw UnreadableAnswers.endless(
          "it continues after " + seen.size() + " pages with " + entries.size() + " elements");
    }
    next = page.next();
  }
}
