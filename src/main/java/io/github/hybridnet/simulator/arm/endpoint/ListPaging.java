package io.github.hybridnet.simulator.arm.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Lists that are filtered and, with {@code $top}, given out in pages. */
public final class ListPaging {
  private static final String TOP = "$top";
  private static final String SKIP = "$skiptoken";

  private final ArmCall call;

  public ListPaging(ArmCall call) {
    this.call = call;
  }

  /** The page of the list that the query asks for, each element as it is shown. */
  public ObjectNode page(List<ObjectNode> all, UnaryOperator<ObjectNode> shown) {
    List<ObjectNode> wanted = ODataFilter.apply(all, call.query());
    int from = Math.min(number(SKIP, 0), wanted.size());
    int to = from + Math.min(number(TOP, Integer.MAX_VALUE), wanted.size() - from);
    ObjectNode body = JsonCodec.object();
    ArrayNode value = body.putArray("value");
    wanted.subList(from, to).forEach(element -> value.add(shown.apply(element)));
    if (to < wanted.size()) {
      body.put("nextLink", next(to));
    }
    return body;
  }

  private int number(String name, int otherwise) {
    String text = call.query().getOrDefault(name, "");
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
  }

  private String next(int skip) {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, String> pair : call.query().entrySet()) {
      if (!pair.getKey().equals(SKIP)) {
        pairs.add(encoded(pair.getKey()) + "=" + encoded(pair.getValue()));
      }
    }
    pairs.add(encoded(SKIP) + "=" + skip);
    return call.address() + "?" + String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
