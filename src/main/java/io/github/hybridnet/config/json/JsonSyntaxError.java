package io.github.hybridnet.config.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.hybridnet.config.file.ParameterFileProblems;
import io.github.hybridnet.config.file.TextPosition;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.SourceLocation;

/**
 * What is wrong where a parser gave up. The parser's own message is not used: it quotes the file,
 * and what it quotes may be a key.
 *
 * @param kind what is wrong
 * @param position where
 * @param character the offending character, for the kinds that name it
 */
record JsonSyntaxError(Kind kind, TextPosition position, char character) {

  /** The mistakes that people make. */
  enum Kind {
    ENDS_EARLY,
    TRAILING_COMMA,
    CHARACTER,
    OTHER
  }

  static JsonSyntaxError of(String text, JsonProcessingException e) {
    if (e instanceof JsonEOFException || e.getLocation() == null) {
      return new JsonSyntaxError(Kind.ENDS_EARLY, TextPosition.of(text, text.length()), ' ');
    }
    int offset = offset(text, e);
    if (offset >= text.length()) {
      return new JsonSyntaxError(Kind.ENDS_EARLY, TextPosition.of(text, text.length()), ' ');
    }
    char c = text.charAt(offset);
    TextPosition position = TextPosition.of(text, offset);
    if ((c == '}' || c == ']') && previous(text, offset) == ',') {
      return new JsonSyntaxError(Kind.TRAILING_COMMA, position, c);
    }
    // A letter or digit may be the first of a key that lacks its quotes.
    boolean harmless = c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    return new JsonSyntaxError(harmless ? Kind.CHARACTER : Kind.OTHER, position, c);
  }

  Finding finding(String file) {
    SourceLocation sourceLocation = position.in(file);
    return switch (kind) {
      case ENDS_EARLY -> ParameterFileProblems.endsEarly(sourceLocation);
      case TRAILING_COMMA -> ParameterFileProblems.trailingComma(sourceLocation, character);
      case CHARACTER -> ParameterFileProblems.unexpectedCharacter(sourceLocation, character);
      case OTHER -> ParameterFileProblems.notJson(sourceLocation);
    };
  }

  private static int offset(String text, JsonProcessingException e) {
    int line = e.getLocation().getLineNr();
    int offset = 0;
    for (int i = 1; i < line; i++) {
      offset = nextLine(text, offset);
    }
    return offset + Math.max(0, e.getLocation().getColumnNr() - 1);
  }

  private static int nextLine(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return text.startsWith("\r\n", i) ? i + 2 : Math.min(i + 1, text.length());
  }

  private static char previous(String text, int offset) {
    int i = offset - 1;
    while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return i < 0 ? ' ' : text.charAt(i);
  }
}
