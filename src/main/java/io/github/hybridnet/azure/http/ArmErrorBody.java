package io.github.hybridnet.azure.http;

import io.github.hybridnet.azure.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The error of an answer or of an operation: {@code {"error": {"code", "message", "details"}}},
 * whose names some parts of Azure write with capitals.
 *
 * @param code the service's code
 * @param message its text, with the details that say more
 * @param detailCodes the codes of the details, at any depth
 */
public record ArmErrorBody(String code, String message, List<String> detailCodes) {
  private static final int DEEPEST = 5;
  private static final int MOST_DETAILS = 50;
  private static final int ENOUGH = 20_000;

  /** Copies the list, which cannot be changed afterwards. */
  public ArmErrorBody {
    detailCodes = List.copyOf(detailCodes);
  }

  /** Reads an answer's body; empty when it is none of Azure Resource Manager's errors. */
  public static Optional<ArmErrorBody> parse(String body) {
    return JsonTree.read(body).flatMap(ArmErrorBody::of);
  }

  /** Reads the error of an object that has one. */
  public static Optional<ArmErrorBody> of(Map<String, Object> holder) {
    Map<String, Object> error = JsonTree.object(lower(holder), "error");
    return JsonTree.text(lower(error), "code").map(code -> described(code.trim(), lower(error)));
  }

  private static ArmErrorBody described(String code, Map<String, Object> error) {
    StringBuilder message = new StringBuilder(JsonTree.text(error, "message").orElse("").trim());
    List<String> codes = new ArrayList<>();
    addDetails(error, message, codes, 0);
    return new ArmErrorBody(code, message.isEmpty() ? code : message.toString(), codes);
  }

  private static void addDetails(
      Map<String, Object> error, StringBuilder message, List<String> codes, int depth) {
    for (Map<String, Object> raw : JsonTree.objects(error, "details")) {
      if (codes.size() >= MOST_DETAILS || message.length() >= ENOUGH) {
        return;
      }
      Map<String, Object> detail = lower(raw);
      String code = JsonTree.text(detail, "code").orElse("").trim();
      String text = JsonTree.text(detail, "message").orElse("").trim();
      if (!code.isEmpty()) {
        codes.add(code);
      }
      if (!text.isEmpty() && message.indexOf(text) < 0) {
        message.append(message.isEmpty() ? "" : " ");
        message.append(code.isEmpty() ? text : code + ": " + text);
      }
      if (depth < DEEPEST) {
        addDetails(detail, message, codes, depth + 1);
      }
    }
  }

  private static Map<String, Object> lower(Map<String, Object> object) {
    Map<String, Object> lower = new java.util.LinkedHashMap<>();
    object.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }
}
