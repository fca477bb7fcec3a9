package io.github.hybridnet.replay.cassette;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Makes a cassette of exchanges; those that did not go to a Resource Manager are left out. */
final class ExchangeCollector {
  private final List<RecordedInteraction> interactions = new ArrayList<>();
  private boolean puts;
  private boolean bodies;
  private int number;

  /**
   * Adds one.
   *
   * @throws CassetteFormatException when it has no method, no address or no status
   */
  void add(RawExchange exchange) throws CassetteFormatException {
    if (exchange.method().isBlank() || exchange.url().isBlank() || exchange.status() <= 0) {
      throw new CassetteFormatException(
          "interaction " + number + " has no method, no address or no status");
    }
    number++;
    if (exchange.isResourceManager()) {
      RecordedInteraction interaction = exchange.interaction();
      interactions.add(interaction);
      puts |= exchange.isPut();
      bodies |= exchange.isPut() && !interaction.request().body().isMissingNode();
    }
  }

  /** The cassette; the day of its first answer is that of the recording. */
  Cassette cassette(String name) {
    String recorded =
        interactions.stream()
            .map(RecordedInteraction::date)
            .filter(date -> !date.isEmpty())
            .findFirst()
            .map(ExchangeCollector::day)
            .orElse("");
    return new Cassette(name, recorded, bodies || !puts, interactions);
  }

  private static String day(String date) {
    try {
      return LocalDate.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)).toString();
    } catch (DateTimeException e) {
      return "";
    }
  }
}
