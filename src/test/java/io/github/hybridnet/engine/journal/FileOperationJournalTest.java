package io.github.hybridnet.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.Mutations;
import io.github.hybridnet.Seeded;
import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileOperationJournalTest {
  private static final String AZURE = "https://management.azure.com";
  private static final ResourceKey GATEWAY = gateway("vpn-gw");
  private static final AsyncOperation OPERATION =
      new AsyncOperation(
          AZURE + "/subscriptions/s/providers/Microsoft.Network/operations/1?api-version=2024\\=é",
          AZURE + "/results/1",
          "req-1");

  @TempDir private Path directory;

  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

  private static ResourceKey gateway(String name) {
    return new ResourceKey("sub", "ra-rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, name);
  }

  private Path root() {
    return directory.resolve("project/.hybridnet");
  }

  private FileOperationJournal journal() {
    return journal(AZURE);
  }

  private FileOperationJournal journal(String endpoint) {
    Instant now = Instant.parse("2026-11-25T19:00:00.123456Z");
    return new FileOperationJournal(root(), endpoint, () -> now, warnings::add);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(root().resolve("operations"))) {
      return files.toList();
    }
  }

  private Path onlyFile() throws IOException {
    assertThat(files()).hasSize(1);
    return files().get(0);
  }

  @Test
  void theNextRunKnowsWhatRuns() {
    journal().began(GATEWAY, OPERATION);
    assertThat(journal().running(GATEWAY)).contains(OPERATION);
    assertThat(journal().running(gateway("VPN-GW"))).as("Azure ignores case").contains(OPERATION);
    assertThat(journal().running(gateway("er-gw"))).isEmpty();
    assertThat(warnings).isEmpty();
  }

  @Test
  void anOperationWithoutAddressesIsRememberedToo() {
    AsyncOperation bare = new AsyncOperation(null, null, null);
    journal().began(GATEWAY, bare);
    assertThat(journal().running(GATEWAY)).contains(bare);
  }

  @Test
  void aFileSaysWhatItIsAbout() throws IOException {
    journal().began(GATEWAY, new AsyncOperation(null, AZURE + "/results/1", "req-1"));
    String text = Files.readString(onlyFile());
    assertThat(text).matches("(?s)checksum=[0-9a-f]{64}\n.*");
    assertThat(text.substring(text.indexOf('\n') + 1))
        .isEqualTo(
            """
            endpoint=https\\://management.azure.com
            format=2
            requestId=req-1
            resource=/subscriptions/sub/resourcegroups/ra-rg/providers/microsoft.network/virtualnetworkgateways/vpn-gw
            resultAddress=https\\://management.azure.com/results/1
            time=2026-11-25T19\\:00\\:00Z
            """);
  }

  @Test
  void whatHasEndedIsForgotten() throws IOException {
    FileOperationJournal journal = journal();
    journal.began(GATEWAY, OPERATION);
    journal.ended(GATEWAY);
    assertThat(journal().running(GATEWAY)).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void whatAnEarlierRunBeganIsForgottenWhenThisOneSawItsEnd() throws IOException {
    journal().began(GATEWAY, OPERATION);
    FileOperationJournal next = journal();
    assertThat(next.running(GATEWAY)).isPresent();
    next.ended(GATEWAY);
    assertThat(files()).isEmpty();
  }

  @Test
  void aLaterOperationTakesThePlaceOfAnEarlierOne() throws IOException {
    AsyncOperation later = new AsyncOperation(AZURE + "/operations/2", null, "req-2");
    journal().began(GATEWAY, OPERATION);
    journal().began(GATEWAY, later);
    assertThat(files()).hasSize(1);
    assertThat(journal().running(GATEWAY)).contains(later);
  }

  @Test
  void theEntryOfAnotherBuildIsNotDeleted() {
    FileOperationJournal first = journal();
    first.began(GATEWAY, OPERATION);
    AsyncOperation theirs = new AsyncOperation(AZURE + "/operations/2", null, "req-2");
    journal().began(GATEWAY, theirs);
    first.ended(GATEWAY);
    journal().ended(GATEWAY);
    assertThat(journal().running(GATEWAY)).contains(theirs);
  }

  @Test
  void operationsOfAnotherCloudAreNotSeen() {
    journal("https://localhost:8443").began(GATEWAY, OPERATION);
    assertThat(journal().running(GATEWAY)).isEmpty();
    assertThat(journal("https://localhost:8443").running(GATEWAY)).isPresent();
  }

  @Test
  void theDirectoryIsMadeWhenThereIsSomethingToRemember() throws IOException {
    FileOperationJournal journal = journal();
    assertThat(journal.running(GATEWAY)).isEmpty();
    journal.ended(GATEWAY);
    assertThat(root().getParent()).doesNotExist();
    journal.began(GATEWAY, OPERATION);
    assertThat(root().resolve(".gitignore")).hasContent("*");
    assertThat(files()).hasSize(1);
  }

  @Test
  void aDirectoryThatTheUserHasFilledGetsNoGitignore() throws IOException {
    Files.createDirectories(root());
    Files.writeString(root().resolve("README"), "ours");
    journal().began(GATEWAY, OPERATION);
    assertThat(root().resolve(".gitignore")).doesNotExist();
    assertThat(journal().running(GATEWAY)).isPresent();
  }

  @Test
  void aDirectoryThatACrashLeftEmptyGetsItsGitignore() throws IOException {
    Files.createDirectories(root());
    journal().began(GATEWAY, OPERATION);
    assertThat(root().resolve(".gitignore")).exists();
  }

  @Test
  void nothingIsWrittenThroughASymbolicLinkInThePlaceOfAFile() throws IOException {
    journal().began(GATEWAY, OPERATION);
    Path file = onlyFile();
    Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "precious");
    Files.delete(file);
    Files.createSymbolicLink(file, elsewhere);
    assertThat(journal().running(GATEWAY)).isEmpty();
    journal().began(GATEWAY, OPERATION);
    assertThat(elsewhere).hasContent("precious");
    assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  /** A checksum that fits proves no content. */
  @ParameterizedTest
  @CsvSource({
    "format, 1",
    "format, 3",
    "endpoint,",
    "resource,",
    "time,",
    "time, yesterday",
    "endpoint, https://elsewhere.example",
    "resource, /other"
  })
  void aWholeFileThatIsNoEntryIsIgnored(String member, @Nullable String value) throws IOException {
    journal().began(GATEWAY, OPERATION);
    Path file = onlyFile();
    Properties members = ChecksummedProperties.parse(Files.readString(file)).orElseThrow();
    if (value == null) {
      members.remove(member);
    } else {
      members.setProperty(member, value);
    }
    Files.writeString(file, ChecksummedProperties.text(members));
    assertThat(journal().running(GATEWAY)).isEmpty();
    assertThat(warnings).hasSize(1).allMatch(warning -> warning.startsWith("HN4051: The file "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000\u0001garbage",
        "format=1\n",
        "format=2\nendpoint=https://management.azure.com\nsomething=new\n",
        "format=1\nendpoint=https://management.azure.com\nresource=\\u00zz"
      })
  void whatIsNoEntryIsIgnoredWithOneWarning(String text) throws IOException {
    journal().began(GATEWAY, OPERATION);
    Path file = onlyFile();
    Files.writeString(file, text);
    FileOperationJournal next = journal();
    assertThat(next.running(GATEWAY)).isEmpty();
    assertThat(next.running(GATEWAY)).isEmpty();
    assertThat(warnings)
        .containsExactly(
            "HN4051: The file "
                + file
                + " of the journal of running operations is not used (it is damaged, or of another"
                + " version). The goal continues without it and asks Azure. The file may be"
                + " deleted.");
    next.began(GATEWAY, OPERATION);
    assertThat(journal().running(GATEWAY)).contains(OPERATION);
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    journal().began(GATEWAY, OPERATION);
    Path file = onlyFile();
    Files.writeString(file, Files.readString(file) + "#".repeat(100_000));
    assertThat(journal().running(GATEWAY)).isEmpty();
    assertThat(warnings).singleElement().asString().contains("(it is not a file of the journal)");
  }

  @Test
  void aFileInThePlaceOfTheDirectoryFailsNoBuild() throws IOException {
    Files.createDirectories(root().getParent());
    Files.writeString(root(), "ours");
    FileOperationJournal journal = journal();
    assertThat(journal.running(GATEWAY)).isEmpty();
    journal.began(GATEWAY, OPERATION);
    journal.began(gateway("er-gw"), OPERATION);
    journal.ended(GATEWAY);
    assertThat(root()).hasContent("ours");
    assertThat(warnings)
        .containsExactly(
            "HN4050: The journal of running operations in "
                + root()
                + " cannot be written (it is not a directory). The goal continues without it. A"
                + " run after a crash then asks Azure, which takes a little longer. What is there"
                + " is not a directory, and this plugin did not create it. After this run move it"
                + " away, or set hybridnet.journalDirectory to another directory.");
  }

  @Test
  void aFileInThePlaceOfItsParentFailsNoBuildEither() throws IOException {
    Files.writeString(root().getParent(), "a file");
    journal().began(GATEWAY, OPERATION);
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("HN4050: ")
        .endsWith("Make the directory writable, or set hybridnet.journalDirectory.");
  }

  @Test
  void buildsThatShareADirectoryLoseNothing() throws Exception {
    int builds = 4;
    int each = 25;
    ExecutorService threads = Executors.newFixedThreadPool(builds);
    CountDownLatch together = new CountDownLatch(builds);
    List<Future<?>> runs = new ArrayList<>();
    for (int build = 0; build < builds; build++) {
      int number = build;
      runs.add(
          threads.submit(
              () -> {
                FileOperationJournal journal = journal();
                together.countDown();
                together.await();
                for (int i = 0; i < each; i++) {
                  journal.began(gateway("gw-" + number + "-" + i), OPERATION);
                  journal.began(gateway("shared"), OPERATION);
                  assertThat(journal.running(gateway("shared"))).isPresent();
                }
                return null;
              }));
    }
    for (Future<?> run : runs) {
      run.get();
    }
    threads.shutdown();
    assertThat(files()).hasSize(builds * each + 1);
    assertThat(warnings).isEmpty();
  }

  /** What was cut off or changed is asked of Azure instead. */
  @Test
  void aDamagedEntryIsNeverTakenForAnother() throws IOException {
    OperationRecord operationRecord =
        new OperationRecord(AZURE, GATEWAY.comparableId(), OPERATION, Instant.EPOCH);
    byte[] whole = operationRecord.text().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      String cut = new String(whole, 0, length, StandardCharsets.UTF_8);
      assertThat(OperationRecord.parse(cut)).as("cut at %d", length).isEmpty();
    }
    Seeded.run(
        random -> {
          for (int i = 0; i < 20_000; i++) {
            byte[] changed = Mutations.of(whole, random);
            Optional<OperationRecord> read =
                OperationRecord.parse(new String(changed, StandardCharsets.UTF_8));
            if (read.isPresent()) {
              assertThat(read).contains(operationRecord);
            }
          }
        });
  }
}
