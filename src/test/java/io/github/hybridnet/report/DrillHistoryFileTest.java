package io.github.hybridnet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.ChildProcesses;
import io.github.hybridnet.drill.measure.DrillMetric;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.SampleDrills;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillHistoryFileTest {
  @TempDir private Path directory;

  private Path file() {
    return directory.resolve(".hybridnet/failover-history.jsonl");
  }

  private static HistoryEntry entry(String id) {
    return entry("azure", SampleDrills.probed(Duration.ofSeconds(1), "web").id(id).result());
  }

  private static HistoryEntry entry(String cloud, DrillResult result) {
    return HistoryEntry.of(DrillReport.of(cloud, result)).orElseThrow();
  }

  private List<String> ids() throws IOException {
    return new DrillHistoryFile(file()).read().entries().stream().map(HistoryEntry::id).toList();
  }

  /** Adds drills to a history: another build. */
  public static void main(String[] args) throws IOException {
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      new DrillHistoryFile(Path.of(args[0])).add(entry(args[1] + "-" + i));
    }
  }

  @Test
  void aDrillThatWasStoppedIsRemembered() throws Exception {
    Thread.currentThread().interrupt();
    new DrillHistoryFile(file()).add(entry("stopped"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(ids()).containsExactly("stopped");
  }

  @Test
  void remembersWhatIsCompared() throws Exception {
    new DrillHistoryFile(file()).add(entry("one"));
    assertThat(Files.readString(file()))
        .isEqualTo(
            "{'schemaVersion':1,'id':'one','begin':'2026-11-25T22:15:00Z','cloud':'azure',"
                .concat("'expressRouteGateway':'/subscriptions/sub/resourceGroups/ra-rg/providers/")
                .concat("Microsoft.Network/virtualNetworkGateways/ra-er-vgw','lever':'peering',")
                .concat("'outcome':'passed','code':null,'outageAtLeastMillis':11000,")
                .concat("'outageAtMostMillis':13000,'detectionAtLeastMillis':3150,")
                .concat("'detectionAtMostMillis':3150,'restoreAtLeastMillis':53000,")
                .concat("'restoreAtMostMillis':53000,'availability':0.9553903345724907,")
                .concat("'probes':269,'failed':12}\n")
                .replace('\'', '"'));
    HistoryEntry read = new DrillHistoryFile(file()).read().entries().get(0);
    assertThat(read.begin()).isEqualTo(SampleDrills.BEGIN);
    assertThat(read.atMost(DrillMetric.Kind.OUTAGE)).contains(Duration.ofSeconds(13));
    assertThat(read.availability())
        .hasValueSatisfying(share -> assertThat(share).isBetween(.95, .96));
  }

  @Test
  void theDirectoryThatItMakesKeepsItselfOutOfVersionControl() throws Exception {
    new DrillHistoryFile(file()).add(entry("one"));
    assertThat(file().resolveSibling(".gitignore")).hasContent("*\n");
    Path chosen = directory.resolve("src/drills/history.jsonl");
    new DrillHistoryFile(chosen).add(entry("one"));
    assertThat(chosen.resolveSibling(".gitignore")).doesNotExist();
  }

  @Test
  void onlyDrillsOfTheSameNetworkAreCompared() throws Exception {
    DrillHistoryFile history = new DrillHistoryFile(file());
    DrillResult result = SampleDrills.unprobed().id("one").result();
    history.add(entry("azure", result));
    history.add(entry("simulator", SampleDrills.unprobed().id("two").result()));
    history.add(entry("azure", SampleDrills.unprobed().id("three").result()));
    assertThat(history.read().before(entry("azure", SampleDrills.unprobed().id("three").result())))
        .extracting(HistoryEntry::id)
        .containsExactly("one");
  }

  @Test
  void damagedLinesDoNotTakeOthersWithThem() throws Exception {
    DrillHistoryFile history = new DrillHistoryFile(file());
    history.add(entry("one"));
    String good = Files.readString(file());
    Files.write(file(), new byte[] {(byte) 0xC3, 0x28, '\n'}, StandardOpenOption.APPEND);
    append("\n");
    append(good.replace("\"schemaVersion\":1", "\"schemaVersion\":2"));
    append(good.replace("2026-11-25T22:15:00Z", "yesterday"));
    append(good.replace("\"id\":\"one\"", "\"id\":1"));
    append(good.substring(0, 40));
    history.add(entry("two"));
    assertThat(history.read().damaged()).containsExactly(2L, 4L, 5L, 6L, 7L);
    assertThat(ids()).containsExactly("one", "two");
  }

  private void append(String text) throws IOException {
    Files.write(file(), text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
  }

  @Test
  void noFileIsAnEmptyHistory() throws Exception {
    assertThat(new DrillHistoryFile(file()).read().entries()).isEmpty();
    assertThat(file()).doesNotExist();
  }

  @Test
  void severalGoalsOfABuildAddAtOnce() throws Exception {
    ExecutorService goals = Executors.newFixedThreadPool(4);
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String id = "drill-" + i;
      all.add(
          () -> {
            new DrillHistoryFile(file()).add(entry(id));
            return true;
          });
    }
    for (Future<Boolean> each : goals.invokeAll(all)) {
      assertThat(each.get()).isTrue();
    }
    goals.shutdown();
    assertThat(ids()).hasSize(40).doesNotHaveDuplicates();
    assertThat(new DrillHistoryFile(file()).read().damaged()).isEmpty();
  }

  @Test
  void severalBuildsAddAtOnce() throws Exception {
    List<Process> builds = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      builds.add(
          ChildProcesses.java(DrillHistoryFileTest.class.getName(), file().toString(), name, "25")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
    for (Process build : builds) {
      assertThat(build.waitFor()).isZero();
    }
    assertThat(ids()).hasSize(75).doesNotHaveDuplicates();
    assertThat(new DrillHistoryFile(file()).read().damaged()).isEmpty();
  }

  @Test
  void aBuildThatHoldsTheFileForeverIsNotWaitedForForever() throws Exception {
    new DrillHistoryFile(file()).add(entry("before"));
    Process holder =
        ChildProcesses.bounded(
            ChildProcesses.java(Holder.class.getName(), file().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    try {
      assertThat(holder.getInputStream().read()).as("it holds the lock").isEqualTo('y');
      new DrillHistoryFile(file(), Duration.ofMillis(100)).add(entry("meanwhile"));
      assertThat(holder.isAlive()).isTrue();
    } finally {
      holder.destroyForcibly();
    }
    assertThat(ids()).containsExactly("before", "meanwhile");
  }

  /** Another build, which locks a file and keeps it. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws IOException {
      try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
        System.out.write(channel.lock().isValid() ? 'y' : 'n');
        System.out.flush();
        System.in.read();
      }
    }
  }
}
