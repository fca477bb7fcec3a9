package io.github.hybridnet.failover.journal;

import io.github.hybridnet.engine.journal.SealedProperties;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.journal.DrillRecord.State;
import io.github.hybridnet.failover.lever.Definition;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A drill as the local journal tells of it.
 *
 * @param endpoint the cloud that it runs in
 * @param record what it takes to undo the drill
 * @param state how far it is
 * @param before the definition before the lever was moved, without secrets
 */
public record DrillFile(String endpoint, DrillRecord record, State state, Definition before) {
  private static final String FORMAT = "2";
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
    return SealedProperties.text(members);
  }

  /**
   * The drill of a text.
   *
   * @param id the drill that the text has to be about
   * @return empty when the text was cut off or changed, or is of another version
   */
  static Optional<DrillFile> parse(String id, String text) {
    return SealedProperties.parse(text)
        .filter(members -> members.getProperty("format", "").equals(FORMAT))
        .filter(members -> members.getProperty("id", "").equals(id))
        .flatMap(DrillFile::of);
  }

  private static Optional<DrillFile> of(Properties members) {
    Optional<State> state = Fields.state(members.getProperty("state", ""));
    String endpoint = members.getProperty("endpoint", "");
    if (state.isEmpty() || endpoint.isEmpty()) {
      return Optional.empty();
    }
    return record(members)
        .map(record -> new DrillFile(endpoint, record, state.get(), definition(members)));
  }

  private static Optional<DrillRecord> record(Properties members) {
    Optional<LeverKind> lever = Fields.lever(members.getProperty("lever", ""));
    Optional<ResourceKey> group =
        Fields.key(ResourceType.RESOURCE_GROUP, members.getProperty("group", ""));
    Optional<ResourceKey> target =
        lever.flatMap(l -> Fields.key(Fields.targetType(l), members.getProperty("target", "")));
    Optional<Instant> at = Fields.instant(members.getProperty("at", ""));
    if (group.isEmpty() || target.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DrillRecord(
            members.getProperty("id", ""),
            lever.get(),
            group.get(),
            target.get(),
            Fields.fingerprint(members.getProperty("fingerprint", "")),
            members.getProperty("by", ""),
            at.get(),
            Boolean.parseBoolean(members.getProperty("noPeeringKey", ""))));
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
