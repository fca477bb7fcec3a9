package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A {@code copy} element: something repeated a number of times. */
public final class CopyLoop {
  /** The name of the element. */
  public static final String MEMBER = "copy";

  private static final int MOST = 800;

  private final String name;
  private final int count;
  private final TemplateEvaluator templateEvaluator;

  private CopyLoop(String name, int count, TemplateEvaluator templateEvaluator) {
    this.name = name;
    this.count = count;
    this.templateEvaluator = templateEvaluator;
  }

  /**
   * Reads the element {@code copy} of a template.
   *
   * @param loop the element, with {@code name} and {@code count}
   * @param needed a member that it must have besides; empty text for none
   * @param templateEvaluator evaluates it
   */
  public static CopyLoop of(JsonNode loop, String needed, TemplateEvaluator templateEvaluator) {
    String name = loop.path("name").asText("");
    if (name.isEmpty() || (!needed.isEmpty() && !loop.has(needed))) {
      throw new TemplateException(
          "The template copy definition '%s' is not valid. It must have 'name', 'count'%s. Please"
                  .formatted(name, needed.isEmpty() ? "" : " and '" + needed + "'")
              + " see https://aka.ms/arm-copy for usage details.");
    }
    JsonNode count = templateEvaluator.evaluate(loop.path("count"));
    boolean whole = count.isIntegralNumber() && count.canConvertToInt();
    if (!whole || count.intValue() < 0 || count.intValue() > MOST) {
      throw new TemplateException(
          "The 'copy' property count of '%s' must be an integer from 0 to %d. Please see"
                  .formatted(name, MOST)
              + " https://aka.ms/arm-copy for usage details.");
    }
    return new CopyLoop(name, count.intValue(), templateEvaluator);
  }

  public String name() {
    return name;
  }

  public int count() {
    return count;
  }

  /** Puts the values of all turns into an object, under the name of the loop. */
  void unroll(JsonNode input, ObjectNode into) {
    into.set(name, values(input));
  }

  /** The values of all turns. */
  public ArrayNode values(JsonNode input) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    for (int turn = 0; turn < count; turn++) {
      values.add(templateEvaluator.at(name, turn).evaluate(input));
    }
    return values;
  }
}
