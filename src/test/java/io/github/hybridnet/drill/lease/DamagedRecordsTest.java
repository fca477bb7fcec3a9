package io.github.hybridnet.drill.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.Mutations;
import io.github.hybridnet.Seeded;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.action.DisconnectRig;
import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.lease.DrillRecord.State;
import io.github.hybridnet.engine.journal.ChecksummedProperties;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Damaged files and tags are understood as what they were, or not at all. */
class DamagedRecordsTest {
  private static final String ID = "20261125-221500-3fa9c1";
  private static final int MUTATIONS = 100_000;

  private final DrillJournalFile file =
      new DrillJournalFile(
          "https://management.azure.com",
          LeaseAcquisitionTest.record(ID),
          State.ARMED,
          new ResourceDefinition(Map.of("properties.vlanId", "100", "tags.ä\u0000", "=\n#!")));
  private final byte[] whole = file.text().getBytes(StandardCharsets.UTF_8);

  private static Optional<DrillJournalFile> read(byte[] text, int length) {
    return DrillJournalFile.parse(ID, new String(text, 0, length, StandardCharsets.UTF_8));
  }

  @Test
  void aWholeFileIsUnderstoodOnlyUnderItsOwnName() {
    assertThat(read(whole, whole.length)).contains(file);
    assertThat(DrillJournalFile.parse("20261125-221500-3fa9c2", file.text())).isEmpty();
  }

  @Test
  void aFileThatWasCutOffIsNot() {
    for (int length = 0; length < whole.length; length++) {
      assertThat(read(whole, length)).as("cut at %d", length).isEmpty();
    }
  }

  @Test
  void aFileThatWasChangedIsNot() {
    Seeded.run(
        random -> {
          for (int i = 0; i < MUTATIONS; i++) {
            byte[] changed = Mutations.of(whole, random);
            Optional<DrillJournalFile> read = read(changed, changed.length);
            if (read.isPresent()) {
              assertThat(read).contains(file);
            }
          }
        });
  }

  /** A checksum that fits proves no content. */
  @Test
  void aFileOfAnotherShapeIsNot() {
    Properties whole = ChecksummedProperties.parse(file.text()).orElseThrow();
    assertThat(sealed(whole)).contains(file);
    int understood = 0;
    for (String name : whole.stringPropertyNames()) {
      for (String other : new String[] {"", "x/y", whole.getProperty(name) + "/.."}) {
        Properties members = new Properties();
        members.putAll(whole);
        members.setProperty(name, other);
        Optional<DrillJournalFile> read = sealed(members);
        read.ifPresent(found -> requireWhole(found.record()));
        understood += read.isPresent() ? 1 : 0;
      }
      Properties without = new Properties();
      without.putAll(whole);
      without.remove(name);
      sealed(without).ifPresent(found -> requireWhole(found.record()));
    }
    assertThat(understood).as("those that no undo uses").isBetween(1, 3 * whole.size() / 2);
  }

  private static Optional<DrillJournalFile> sealed(Properties members) {
    return DrillJournalFile.parse(ID, ChecksummedProperties.text(members));
  }

  /** Everything that an undo uses can be used. */
  private static void requireWhole(DrillRecord record) {
    ResourceKey target = record.target();
    assertThat(target.type()).isEqualTo(RecordFields.targetType(record.method()));
    assertThat(target.id()).matches("/[\\p{L}\\p{N}/_.()-]+");
    assertThat(record.group().id()).matches("/[\\p{L}\\p{N}/_.()-]+");
    assertThat(record.begin()).isNotNull();
    assertThat(record.id()).matches("[0-9a-f-]+");
  }

  private void requireUnderstood(Map<String, String> tags) {
    DrillMarkers.MarkerSet markerSet = DrillMarkers.sight(DisconnectRig.GROUP, tags);
    markerSet.known().values().forEach(drillMarker -> requireWhole(drillMarker.record()));
    assertThat(markerSet.known().size() + markerSet.unknown().size()).isLessThanOrEqualTo(2);
  }

  @Test
  void tagsThatWereCutOffOrChangedGiveAWholeMarkerOrNone() {
    Map<String, String> tags =
        new DrillMarker(LeaseAcquisitionTest.record(ID), State.ARMED, 7).tags();
    for (Map.Entry<String, String> each : tags.entrySet()) {
      for (int length = 0; length < each.getValue().length(); length++) {
        Map<String, String> cut = new TreeMap<>(tags);
        cut.put(each.getKey(), each.getValue().substring(0, length));
        requireUnderstood(cut);
        Map<String, String> renamed = new TreeMap<>(tags);
        renamed.remove(each.getKey());
        renamed.put(each.getKey().substring(0, Math.min(length, each.getKey().length())), "x");
        requireUnderstood(renamed);
      }
    }
    Seeded.run(
        random -> {
          for (int i = 0; i < MUTATIONS; i++) {
            Map<String, String> changed = new TreeMap<>();
            tags.forEach(
                (name, value) -> changed.put(mutated(name, random), mutated(value, random)));
            requireUnderstood(changed);
          }
        });
  }

  private static String mutated(String text, Random random) {
    return random.nextInt(3) == 0
        ? text
        : new String(
            Mutations.of(text.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
  }
}
