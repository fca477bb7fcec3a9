package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads expressions such as {@code [concat('a', parameters('b').c[0])]}. */
public final class ExpressionParser {
  private static final int LONGEST = 24_576;
  private static final int DEEPEST = 200;

  private final String text;
  private int at;
  private int depth;

  private ExpressionParser(String text) {
    this.text = text;
  }

  /**
   * The expression in a string of a template; empty if the string stands for itself.
   *
   * @throws TemplateException if it is malformed
   */
  public static Optional<TemplateExpression> parse(String string) {
    if (!isExpression(string)) {
      return Optional.empty();
    }
    if (string.length() > LONGEST) {
      throw new TemplateException(
          "The language expression length limit exceeded. Limit: '%d' and actual: '%d'."
              .formatted(LONGEST, string.length()));
    }
    ExpressionParser parser = new ExpressionParser(string.substring(1, string.length() - 1));
    TemplateExpression templateExpression = parser.expression();
    parser.blanks();
    if (parser.at < parser.text.length()) {
      throw parser.unexpected("EndOfData");
    }
    return Optional.of(templateExpression);
  }

  /** A string that is no expression, without the second bracket of an escaped one. */
  static String literal(String string) {
    return string.startsWith("[[") && string.endsWith("]") ? string.substring(1) : string;
  }

  private static boolean isExpression(String string) {
    return string.length() > 1
        && string.startsWith("[")
        && string.endsWith("]")
        && !string.startsWith("[[");
  }

  private TemplateExpression expression() {
    int outside = depth;
    deeper();
    TemplateExpression templateExpression = primary();
    while (true) {
      blanks();
      if (take('.')) {
        deeper();
        templateExpression = new TemplateExpression.Property(templateExpression, name());
      } else if (take('[')) {
        deeper();
        TemplateExpression place = expression();
        expect(']', "RightSquareBracket");
        templateExpression = new TemplateExpression.Element(templateExpression, place);
      } else {
        depth = outside;
        return templateExpression;
      }
    }
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw new TemplateException(
          "The language expression is nested more than %d deep.".formatted(DEEPEST));
    }
  }

  private TemplateExpression primary() {
    blanks();
    char first = peek();
    if (first == '\'') {
      return new TemplateExpression.Literal(TextNode.valueOf(string()));
    }
    if (Character.isDigit(first) || first == '-') {
      return new TemplateExpression.Literal(TemplateValues.number(integer()));
    }
    return call(name());
  }

  private TemplateExpression call(String function) {
    StringBuilder whole = new StringBuilder(function);
    blanks();
    while (take('.')) {
      whole.append('.').append(name());
      blanks();
    }
    expect('(', "LeftParenthesis");
    List<TemplateExpression> arguments = new ArrayList<>();
    blanks();
    if (take(')')) {
      return new TemplateExpression.Call(whole.toString(), arguments);
    }
    arguments.add(expression());
    blanks();
    while (take(',')) {
      arguments.add(expression());
      blanks();
    }
    expect(')', "RightParenthesis");
    return new TemplateExpression.Call(whole.toString(), arguments);
  }

  private String string() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length()) {
      char letter = text.charAt(at++);
      if (letter != '\'') {
        value.append(letter);
      } else if (at < text.length() && text.charAt(at) == '\'') {
        value.append('\'');
        at++;
      } else {
        return value.toString();
      }
    }
    throw unexpected("StringLiteral");
  }

  private long integer() {
    int begin = at++;
    while (Character.isDigit(peek())) {
      at++;
    }
    try {
      return Long.parseLong(text.substring(begin, at));
    } catch (NumberFormatException e) {
      throw unexpected("Integer");
    }
  }

  private String name() {
    blanks();
    int begin = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '$') {
      at++;
    }
    if (at == begin) {
      throw unexpected("Identifier");
    }
    return text.substring(begin, at);
  }

  private void blanks() {
    while (Character.isWhitespace(peek())) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean take(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char wanted, String token) {
    blanks();
    if (!take(wanted)) {
      throw unexpected(token);
    }
  }

  private TemplateException unexpected(String wanted) {
    String actual = at >= text.length() ? "EndOfData" : String.valueOf(text.charAt(at));
    return new TemplateException(
        "Unable to parse language expression '%s': expected token '%s' and actual '%s'."
            .formatted(text, wanted, actual));
  }
}
