package io.github.hybridnet.failover.journal;

import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.journal.DrillRecord.State;
import io.github.hybridnet.failover.lever.Definition;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A drill as the local journal tells of it.
 *
 * @param endpoint the cloud that it runs in
 * @param record what it takes to undo the drill
 * @param state how far it is
 * @param before the definition before the lever was moved, without secrets
 */
public record DrillFile(String endpoint, DrillRecord record, State state, Definition before) {
  private static final String FORMAT = "1";
  private static final String DEFINITION = "definition.";

  /** The file with another state. */
  DrillFile in(State other) {
    return new DrillFile(endpoint, record, other, before);
  }

  /** As lines of a properties file, always in the same order. */
  String text() {
    Properties members = new Properties();
    members.setProperty("format", FORMAT);
    members.setProperty("endpoint", endpoint);
    members.setProperty("state", state.label());
    members.setProperty("id", record.id());
    members.setProperty("lever", record.lever().label());
    members.setProperty("group", Fields.place(record.group()));
    members.setProperty("target", Fields.place(record.target()));
    members.setProperty("fingerprint", record.fingerprint());
    members.setProperty("by", record.by());
    members.setProperty("at", record.at().toString());
    members.setProperty("noPeeringKey", Boolean.toString(record.noPeeringKey()));
    before.values().forEach((path, value) -> members.setProperty(DEFINITION + path, value));
    StringWriter text = new StringWriter();
    try {
      members.store(text, null);
    } catch (IOException e) {
      throw new IllegalStateException("A text cannot be full.", e);
    }
    return text.toString()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /**
   * The drill of a text.
   *
   * @return empty when this version does not understand it
   */
  static Optional<DrillFile> parse(String text) {
    try {
      Properties members = new Properties();
      members.load(new StringReader(text));
      Optional<LeverKind> lever = Fields.lever(members.getProperty("lever", ""));
      Optional<State> state = Fields.state(members.getProperty("state", ""));
      Optional<ResourceKey> group =
          Fields.key(ResourceType.RESOURCE_GROUP, members.getProperty("group", ""));
      Optional<ResourceKey> target =
          lever.flatMap(l -> Fields.key(Fields.targetType(l), members.getProperty("target", "")));
      if (!members.getProperty("format", "").equals(FORMAT)
          || state.isEmpty()
          || group.isEmpty()
          || target.isEmpty()) {
        return Optional.empty();
      }
      DrillRecord record =
          new DrillRecord(
              members.getProperty("id", ""),
              lever.get(),
              group.get(),
              target.get(),
              members.getProperty("fingerprint", ""),
              members.getProperty("by", ""),
              Instant.parse(members.getProperty("at", "")),
              Boolean.parseBoolean(members.getProperty("noPeeringKey", "")));
      return Optional.of(
          new DrillFile(
              members.getProperty("endpoint", ""), record, state.get(), definition(members)));
    } catch (IOException | RuntimeException e) {
      // Whoever damaged the file: the caller says so.
      return Optional.empty();
    }
  }

  private static Definition definition(Properties members) {
    Map<String, String> values = new TreeMap<>();
    members
        .stringPropertyNames()
        .forEach(
            name -> {
              if (name.startsWith(DEFINITION)) {
                values.put(name.substring(DEFINITION.length()), members.getProperty(name));
              }
            });
    return new Definition(values);
  }
}
