package io.github.hybridnet.azure.json;

import com.azure.json.JsonReader;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A page of a list as Azure Resource Manager writes them: {@code {"value": [...], "nextLink":
 * "https://..."}}. All 217 lists that were recorded have {@code value}, also those without
 * elements. Whatever has none is no list, and does not say that there is nothing.
 *
 * @param entries the elements
 * @param next the address of the next page; empty on the last one
 */
public record ListPage(List<Map<String, Object>> entries, String next) {
  private static final String NEXT = "nextLink";

  /**
   * Reads one page of a list.
   *
   * @throws IOException when it is none
   */
  public static ListPage read(JsonReader reader) throws IOException {
    return of(JsonTree.read(reader));
  }

  /**
   * Reads a page of resources, each of which has an id.
   *
   * @throws IOException when it is none
   */
  public static ListPage ofResources(JsonReader reader) throws IOException {
    ListPage page = read(reader);
    for (Map<String, Object> entry : page.entries()) {
      RequiredMembers.text(entry, "id");
    }
    return page;
  }

  /**
   * Reads one page of a list.
   *
   * @throws MalformedAnswerException when it is none
   */
  static ListPage of(Map<String, Object> answer) throws MalformedAnswerException {
    if (answer.getOrDefault(NEXT, "") instanceof String next && isAddress(next)) {
      return new ListPage(RequiredMembers.objects(answer, "value"), next);
    }
    throw new MalformedAnswerException("its '" + NEXT + "' is no address");
  }

  private static boolean isAddress(String next) {
    try {
      return next.isEmpty() || URI.create(next).toURL() != null;
    } catch (IllegalArgumentException | MalformedURLException e) {
      return false;
    }
  }
}
