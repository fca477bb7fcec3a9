package io.github.hybridnet.drill.probe;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command into words at white space. What is between two single or two double quotes
 * belongs to one word, whatever it is; there is nothing else that means anything.
 */
final class CommandLineParser {
  private static final char NONE = 0;

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private char quote = NONE;

  private CommandLineParser() {}

  static List<String> of(String command) throws ProbeSyntaxException {
    CommandLineParser cut = new CommandLineParser();
    command.chars().forEach(c -> cut.next((char) c));
    if (cut.quote != NONE) {
      throw new ProbeSyntaxException("the quotation mark " + cut.quote + " has no closing one");
    }
    cut.endWord();
    if (cut.words.isEmpty() || cut.words.get(0).isBlank()) {
      throw new ProbeSyntaxException("the program is missing");
    }
    return cut.words;
  }

  private void next(char c) {
    if (quote != NONE) {
      inQuotes(c);
    } else if (c == '"' || c == '\'') {
      quote = c;
      inWord = true;
    } else if (Character.isWhitespace(c)) {
      endWord();
    } else {
      word.append(c);
      inWord = true;
    }
  }

  private void inQuotes(char c) {
    if (c == quote) {
      quote = NONE;
    } else {
      word.append(c);
    }
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
    }
    word.setLength(0);
    inWord = false;
  }
}
