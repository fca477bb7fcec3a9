package io.github.hybridnet.azure.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.Seeded;
import io.github.hybridnet.azure.http.transport.BufferedResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that belongs to the owner of a network reaches the disk. */
class CassetteRecorderTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOST = "https://management.example.org";

  @TempDir private Path directory;
  private final List<String> warnings = new ArrayList<>();

  private CassetteRecorder recorder(Path folder) {
    return new CassetteRecorder(folder, "status", NOW, warnings::add);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private static Path onlyFileOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private static void exchange(
      CassetteRecorder recorder, String path, String sent, int status, String received) {
    HttpRequest request = new HttpRequest(HttpMethod.PUT, HOST + path).setBody(sent);
    request.setHeader(HttpHeaderName.AUTHORIZATION, "Bearer token-of-somebody");
    HttpHeaders headers =
        new HttpHeaders()
            .set(HttpHeaderName.DATE, "Fri, 02 Jan 2026 03:04:05 GMT")
            .set(HttpHeaderName.RETRY_AFTER, "10")
            .set(HttpHeaderName.LOCATION, HOST + path)
            .set(HttpHeaderName.fromString("x-ms-request-id"), "id-of-somebody");
    recorder.answered(
        request,
        new BufferedResponse(request, status, headers, received.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsPlantedIsNotFound() {
    Seeded.run(
        random -> {
          List<String> planted = new ArrayList<>();
          for (int i = 0; i < 14; i++) {
            planted.add(word(random));
          }
          String id = new UUID(random.nextLong(), random.nextLong()).toString();
          String address = "52." + random.nextInt(256) + "." + random.nextInt(256) + ".77";
          String local = "10." + random.nextInt(128) + "." + random.nextInt(256) + ".4";
          Path folder = directory.resolve("traffic" + planted.get(0));
          try (CassetteRecorder recorder = recorder(folder)) {
            plant(recorder, planted, List.of(id, address, local));
          }
          planted.addAll(List.of(id, address, local, "somebody", "example.org"));
          String text =
              Files.readString(onlyFileOf(folder)).replace("traffic" + planted.get(0), "");
          assertThat(text).doesNotContainIgnoringCase(planted.toArray(String[]::new));
          assertThat(text).contains("Microsoft.Network/virtualNetworks", "westus2", "InvalidValue");
          assertThat(warnings).isEmpty();
        });
  }

  @Test
  void sentencesAreReplacedInMembersThatHaveWordsOfAzureToo() throws IOException {
    try (CassetteRecorder recorder = recorder(directory)) {
      exchange(
          recorder,
          "/subscriptions/s",
          """
          {"location": "West US 2", "properties": {"status": "the group oakland is gone",
           "state": "Failed for oakland", "provisioningState": "Updating"}}
          """,
          400,
          """
          {"error": {"code": "InvalidValue", "message": "/subscriptions/s/oakland"}}
          """);
    }
    assertThat(Files.readString(onlyFileOf(directory)))
        .doesNotContain("oakland")
        .contains("West US 2", "Updating", "InvalidValue");
  }

  @Test
  void wordsAtThePlacesOfTypesAndKeysAreReplaced() throws IOException {
    try (CassetteRecorder recorder = recorder(directory)) {
      exchange(
          recorder,
          "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v",
          """
          {"id": "/subscriptions/s/oakland", "target": "/providers/oakland/x/y",
           "scope": "/subscriptions/s/resourceGroups/g/oakland/x",
           "identity": {"userAssignedIdentities": {"oakland": {}}},
           "parameters": {"asn": {"value": 3356}}}
          """,
          502,
          "/subscriptions/s/oakland is not available");
    }
    assertThat(Files.readString(onlyFileOf(directory)))
        .doesNotContain("oakland", "3356")
        .contains("/providers/Microsoft.Network/virtualNetworks/");
  }

  private static void plant(CassetteRecorder recorder, List<String> words, List<String> values) {
    String path =
        "/subscriptions/%s/resourceGroups/%s/providers/Microsoft.Network/virtualNetworks/%s"
            .formatted(values.get(0), words.get(0), words.get(1));
    String sent =
        """
        {"location": "westus2", "tags": {"%s": "%s", "type": "%s"},
         "properties": {"sharedKey": "%s", "email": "%s@%s.com", "addressPrefixes": ["%s", "%s/32"],
          "subnets": [{"name": "%s", "id": "%s/subnets/%s"}], "asn": 3356}}
        """
            .formatted(
                words.get(2),
                words.get(3),
                words.get(4),
                words.get(5),
                words.get(6),
                words.get(7),
                values.get(1),
                values.get(2),
                words.get(8),
                path,
                words.get(8));
    String refused =
        """
        {"error": {"code": "InvalidValue", "message": "'%s' of %s at %s is not valid.",
          "details": [{"code": "Inner", "target": "%s", "message": "%s"}]},
         "outputs": {"%s": {"type": "String", "value": "%s"}}, "parameters": {"status": "%s"}}
        """
            .formatted(
                words.get(1),
                words.get(9),
                values.get(1),
                path,
                words.get(10),
                words.get(11),
                words.get(12),
                words.get(13));
    exchange(recorder, path + "?api-version=2025-03-01&$filter=" + words.get(3), sent, 201, sent);
    exchange(recorder, path + "?api-version=2025-03-01", sent, 400, refused);
    exchange(recorder, path + "?t=" + words.get(5), sent, 502, "<html>" + words.get(9));
  }

  @Test
  void theSameOriginalHasTheSamePlaceholderAndSubnetsStayInTheirNetwork() throws IOException {
    String path = "/subscriptions/s-1/resourceGroups/Group/providers/Microsoft.Network/x/one";
    String body =
        """
        {"id": "%s", "name": "ONE", "network": "10.20.0.0/16", "subnet": "10.20.3.0/24",
         "number": 7, "truth": true, "none": null, "private": 65010, "etag": "W/\\"a\\""}
        """
            .formatted(path);
    try (CassetteRecorder recorder = recorder(directory)) {
      exchange(recorder, path, body, 200, body);
    }
    JsonNode first = JSON.readTree(onlyFileOf(directory).toFile()).at("/interactions/0");
    JsonNode answer = first.at("/response/body");
    assertThat(answer).isEqualTo(first.at("/request/body"));
    assertThat(answer.path("id").asText())
        .isEqualTo(first.at("/request/path").asText())
        .endsWith("/" + answer.path("name").asText())
        .contains("/providers/Microsoft.Network/x/");
    String network = answer.path("network").asText();
    assertThat(network).matches("10\\.\\d+\\.0\\.0/16").isNotEqualTo("10.20.0.0/16");
    assertThat(answer.path("subnet").asText())
        .startsWith(network.substring(0, network.indexOf(".0.0/16")) + ".")
        .endsWith(".0/24");
    assertThat(answer.path("number").asInt()).isEqualTo(7);
    assertThat(answer.path("truth").isBoolean()).isTrue();
    assertThat(answer.path("none").isNull()).isTrue();
    assertThat(answer.path("etag").asText()).startsWith("W/\"").doesNotContain("\"a\"");
    assertThat(first.at("/response/headers/retry-after").asText()).isEqualTo("10");
  }

  @Test
  void theFileIsForItsOwnerAndWholeBeforeTheEnd() throws IOException {
    CassetteRecorder recorder = recorder(directory);
    exchange(recorder, "/subscriptions", "", 200, "{\"value\": []}");
    Path file = onlyFileOf(directory);
    assertThat(JSON.readTree(file.toFile()).path("interactions")).hasSize(1);
    if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    for (int i = 0; i < 100; i++) {
      exchange(recorder, "/subscriptions", "", 200, "{\"value\": []}");
    }
    recorder.close();
    assertThat(JSON.readTree(file.toFile()).path("interactions")).hasSize(101);
  }

  @Test
  void aFolderThatCannotBeWrittenIsOneWarning() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    try (CassetteRecorder recorder = recorder(file)) {
      exchange(recorder, "/subscriptions", "", 200, "{}");
      exchange(recorder, "/subscriptions", "", 200, "{}");
    }
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0))
        .startsWith("HN4094: The traffic cannot be recorded to '" + file)
        .endsWith(
            "The goal continues."
                + System.lineSeparator()
                + "  Fix: set hybridnet.record to a folder that can be written to, and run the goal"
                + " again");
  }
}
