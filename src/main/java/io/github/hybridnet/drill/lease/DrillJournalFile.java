package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.lease.DrillRecord.State;
import io.github.hybridnet.engine.journal.ChecksummedProperties;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A drill as the local journal records it.
 *
 * @param endpoint the cloud that it runs in
 * @param record what it takes to undo the drill
 * @param state how far it is
 * @param before the definition before the disconnect, without secrets
 */
public record DrillJournalFile(
    String endpoint, DrillRecord record, State state, ResourceDefinition before) {
  private static final String FORMAT = "2";
  private static final String DEFINITION = "definition.";

  /** The file with another state. */
  DrillJournalFile withState(State other) {
    return new DrillJournalFile(endpoint, record, other, before);
  }

  /** As lines of a properties file, always in the same order. */
  String text() {
    Properties members = new Properties();
    members.setProperty("format", FORMAT);
    members.setProperty("endpoint", endpoint);
    members.setProperty("state", state.label());
    members.setProperty("id", record.id());
    members.setProperty("lever", record.method().label());
    members.setProperty("group", RecordFields.path(record.group()));
    members.setProperty("target", RecordFields.path(record.target()));
    members.setProperty("fingerprint", record.fingerprint());
    members.setProperty("by", record.machine());
    members.setProperty("at", record.begin().toString());
    members.setProperty("noPeeringKey", Boolean.toString(record.noPeeringKey()));
    before.values().forEach((path, value) -> members.setProperty(DEFINITION + path, value));
    return ChecksummedProperties.text(members);
  }

  /**
   * The drill of a text.
   *
   * @param id the drill that the text has to be about
   * @return empty when the text was cut off or changed, or is of another version
   */
  static Optional<DrillJournalFile> parse(String id, String text) {
    return ChecksummedProperties.parse(text)
        .filter(members -> members.getProperty("format", "").equals(FORMAT))
        .filter(members -> members.getProperty("id", "").equals(id))
        .flatMap(DrillJournalFile::of);
  }

  private static Optional<DrillJournalFile> of(Properties members) {
    Optional<State> state = RecordFields.state(members.getProperty("state", ""));
    String endpoint = members.getProperty("endpoint", "");
    if (state.isEmpty() || endpoint.isEmpty()) {
      return Optional.empty();
    }
    return record(members)
        .map(record -> new DrillJournalFile(endpoint, record, state.get(), definition(members)));
  }

  private static Optional<DrillRecord> record(Properties members) {
    Optional<DisconnectMethod> method = RecordFields.method(members.getProperty("lever", ""));
    Optional<ResourceKey> group =
        RecordFields.key(ResourceType.RESOURCE_GROUP, members.getProperty("group", ""));
    Optional<ResourceKey> target =
        method.flatMap(
            l -> RecordFields.key(RecordFields.targetType(l), members.getProperty("target", "")));
    Optional<Instant> at = RecordFields.instant(members.getProperty("at", ""));
    if (group.isEmpty() || target.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DrillRecord(
            members.getProperty("id", ""),
            method.get(),
            group.get(),
            target.get(),
            RecordFields.fingerprint(members.getProperty("fingerprint", "")),
            members.getProperty("by", ""),
            at.get(),
            Boolean.parseBoolean(members.getProperty("noPeeringKey", ""))));
  }

  private static ResourceDefinition definition(Properties members) {
    Map<String, String> values = new TreeMap<>();
    members
        .stringPropertyNames()
        .forEach(
            name -> {
              if (name.startsWith(DEFINITION)) {
                values.put(name.substring(DEFINITION.length()), members.getProperty(name));
              }
            });
    return new ResourceDefinition(values);
  }
}
