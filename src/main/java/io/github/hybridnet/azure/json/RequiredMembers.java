package io.github.hybridnet.azure.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Members that an answer must have to count as one. A member that is missing or of another type is
 * no evidence that there is nothing: the answer is then not understood as a whole.
 */
public final class RequiredMembers {
  private RequiredMembers() {}

  /**
   * A text that is not blank.
   *
   * @throws MalformedAnswerException when there is none
   */
  public static String text(Map<String, Object> parent, String name)
      throws MalformedAnswerException {
    if (parent.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new MalformedAnswerException("it has no text '" + name + "'");
  }

  /**
   * A text that may be missing.
   *
   * @throws MalformedAnswerException when it is something else
   */
  public static Optional<String> optionalText(Map<String, Object> parent, String name)
      throws MalformedAnswerException {
    return parent.containsKey(name) ? Optional.of(text(parent, name)) : Optional.empty();
  }

  /**
   * The object that a member must have.
   *
   * @throws MalformedAnswerException when there is none
   */
  public static Map<String, Object> object(Map<String, Object> parent, String name)
      throws MalformedAnswerException {
    if (parent.get(name) instanceof Map<?, ?> map) {
      return JsonTree.asObject(map);
    }
    throw new MalformedAnswerException("it has no object '" + name + "'");
  }

  /**
   * A list that has nothing but objects.
   *
   * @throws MalformedAnswerException when there is none
   */
  public static List<Map<String, Object>> objects(Map<String, Object> parent, String name)
      throws MalformedAnswerException {
    if (parent.get(name) instanceof List<?> list) {
      return objects(list);
    }
    throw new MalformedAnswerException("it has no list '" + name + "'");
  }

  /**
   * The elements of a list that has nothing but objects.
   *
   * @throws MalformedAnswerException when one is none
   */
  static List<Map<String, Object>> objects(List<?> list) throws MalformedAnswerException {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Object element : list) {
      if (!(element instanceof Map<?, ?> map)) {
        throw new MalformedAnswerException("an element of its list is no object");
      }
      objects.add(JsonTree.asObject(map));
    }
    return objects;
  }

  /**
   * A list of texts; one that is not there is empty.
   *
   * @throws MalformedAnswerException when it is something else
   */
  public static List<String> texts(Map<String, Object> parent, String name)
      throws MalformedAnswerException {
    List<String> texts = new ArrayList<>();
    Object list = parent.getOrDefault(name, List.of());
    for (Object element : list instanceof List<?> elements ? elements : List.of(list)) {
      if (!(list instanceof List<?>) || !(element instanceof String text)) {
        throw new MalformedAnswerException("its '" + name + "' is no list of texts");
      }
      texts.add(text);
    }
    return texts;
  }

  /**
   * An object that has nothing but texts.
   *
   * @throws MalformedAnswerException when a member is none
   */
  public static Map<String, String> textsByName(Map<String, Object> object)
      throws MalformedAnswerException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, Object> member : object.entrySet()) {
      texts.put(member.getKey(), text(member.getValue()));
    }
    return texts;
  }

  private static String text(Object value) throws MalformedAnswerException {
    if (value instanceof String text) {
      return text;
    }
    throw new MalformedAnswerException("a member that has to be a text is none");
  }
}
