package io.github.hybridnet.replay.cassette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each form that recorders write becomes the same cassette. */
class CassetteReaderTest {
  private static final String URL =
      "/subscriptions/s/resourceGroups/demo?api-version=2021-04-01&$filter=name%20eq%20'a'";
  private static final String DATE = "Thu, 15 Jan 2026 10:20:30 GMT";

  @TempDir private Path directory;

  private Cassette read(String... text) throws Exception {
    return CassetteReader.read(
        Files.writeString(directory.resolve("sample.json"), String.join("\n", text)));
  }

  private static void isTheSample(Cassette cassette) {
    assertThat(cassette.name()).isEqualTo("sample");
    assertThat(cassette.recorded()).isEqualTo("2026-01-15");
    assertThat(cassette.hasRequestBodies()).isTrue();
    assertThat(cassette.interactions()).hasSize(2);
    RecordedInteraction put = cassette.interactions().get(0);
    assertThat(put.date()).isEqualTo(DATE);
    assertThat(put.request().method()).isEqualTo("PUT");
    assertThat(put.request().path()).isEqualTo("/subscriptions/s/resourceGroups/demo");
    assertThat(put.request().query())
        .isEqualTo(Map.of("api-version", "2021-04-01", "$filter", "name eq 'a'"));
    assertThat(put.request().body().path("location").asText()).isEqualTo("westeurope");
    assertThat(put.response().status()).isEqualTo(201);
    assertThat(put.response().headers()).containsEntry("retry-after", "3");
    assertThat(put.response().body().at("/properties/provisioningState").asText())
        .isEqualTo("Succeeded");
    RecordedInteraction delete = cassette.interactions().get(1);
    assertThat(delete.request().body().isMissingNode()).isTrue();
    assertThat(delete.response().body().isMissingNode()).isTrue();
    assertThat(delete.response().status()).isEqualTo(202);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void filesOfTheTestProxyAreRead() throws Exception {
    isTheSample(
        read(
            "{\"Entries\": [",
            "{\"RequestUri\": \"https://login.microsoftonline.com/common/oauth2/token\",",
            " \"RequestMethod\": \"POST\", \"StatusCode\": 200},",
            "{\"RequestUri\": \"https://management.azure.com" + URL + "\",",
            " \"RequestMethod\": \"PUT\", \"RequestHeaders\": {\"Accept\": \"*/*\"},",
            " \"RequestBody\": {\"location\": \"westeurope\"}, \"StatusCode\": 201,",
            " \"ResponseHeaders\": {\"Retry-After\": \"3\", \"Date\": \"" + DATE + "\"},",
            " \"ResponseBody\": {\"properties\": {\"provisioningState\": \"Succeeded\"}}},",
            "{\"RequestUri\": \"https://management.azure.com" + URL + "\",",
            " \"RequestMethod\": \"DELETE\", \"RequestHeaders\": {}, \"RequestBody\": null,",
            " \"StatusCode\": 202, \"ResponseHeaders\": {}, \"ResponseBody\": null}],",
            "\"Variables\": {}}"));
  }

  @Test
  void sessionRecordsAreRead() throws Exception {
    isTheSample(
        read(
            "\uFEFF{\"Entries\": [",
            "{\"EncodedRequestUri\": \"" + base64(URL) + "\",",
            " \"RequestMethod\": \"PUT\", \"RequestHeaders\": {\"Accept\": [\"*/*\"]},",
            " \"RequestBody\": \"{\\r\\n  \\\"location\\\": \\\"westeurope\\\"}\",",
            " \"StatusCode\": 201,",
            " \"ResponseHeaders\": {\"Retry-After\": [\"3\"], \"Date\": [\"" + DATE + "\"]},",
            " \"ResponseBody\":",
            "   \"{\\\"properties\\\": {\\\"provisioningState\\\": \\\"Succeeded\\\"}}\"},",
            "{\"RequestUri\": \"" + URL + "\", \"EncodedRequestUri\": \"" + base64(URL) + "\",",
            " \"RequestMethod\": \"DELETE\", \"RequestBody\": \"\", \"StatusCode\": 202,",
            " \"ResponseBody\": \"\"}],",
            "\"Names\": {}, \"Variables\": {\"SubscriptionId\": \"s\"}}"));
  }

  @Test
  void yamlOfTheAzureCliIsRead() throws Exception {
    isTheSample(
        read(
            "interactions:",
            "- request:",
            "    body: '{\"location\": \"westeurope\"}'",
            "    headers:",
            "      Accept: [application/json]",
            "    method: PUT",
            "    uri: \"https://management.azure.com" + URL + "\"",
            "  response:",
            "    body:",
            "      string: '{\"properties\": {\"provisioningState\": \"Succeeded\"}}'",
            "    headers:",
            "      date: ['" + DATE + "']",
            "      retry-after: ['3']",
            "    status: {code: 201, message: Created}",
            "- request:",
            "    body: null",
            "    method: DELETE",
            "    uri: \"https://management.azure.com" + URL + "\"",
            "  response:",
            "    body: {string: !!binary ''}",
            "    headers: {}",
            "    status: {code: 202, message: Accepted}",
            "version: 1"));
  }

  @Test
  void yamlOfRubyIsRead() throws Exception {
    isTheSample(
        read(
            "---",
            "http_interactions:",
            "- request:",
            "    method: put",
            "    uri: \"https://management.azure.com" + URL + "\"",
            "    body: {encoding: UTF-8, string: '{\"location\": \"westeurope\"}'}",
            "  response:",
            "    status: {code: 201, message: Created}",
            "    headers: {Date: ['" + DATE + "'], Retry-After: ['3']}",
            "    body:",
            "      encoding: UTF-8",
            "      string: '{\"properties\": {\"provisioningState\": \"Succeeded\"}}'",
            "- request:",
            "    method: delete",
            "    uri: \"https://management.azure.com" + URL + "\"",
            "    body: {encoding: US-ASCII, string: ''}",
            "  response:",
            "    status: {code: 202, message: Accepted}",
            "    body: {encoding: US-ASCII, string: ''}",
            "recorded_with: VCR 3.0.3"));
  }

  @Test
  void thePlainFormIsRead() throws Exception {
    isTheSample(
        read(
            "{\"recorded\": \"2026-01-15\", \"interactions\": [",
            "{\"request\": {\"method\": \"PUT\",",
            "  \"path\": \"/subscriptions/s/resourceGroups/demo\",",
            "  \"query\": {\"api-version\": \"2021-04-01\", \"$filter\": \"name eq 'a'\"},",
            "  \"body\": {\"location\": \"westeurope\"}},",
            " \"response\": {\"status\": 201, \"headers\": {\"Retry-After\": \"3\"},",
            "  \"body\": {\"properties\": {\"provisioningState\": \"Succeeded\"}}},",
            " \"meta\": {\"date\": \"" + DATE + "\"}},",
            "{\"request\": {\"method\": \"DELETE\", \"path\": \"/subscriptions/s\"},",
            " \"response\": {\"status\": 202}}]}"));
  }

  @Test
  void bodiesThatNobodyRecordedAreNoticed() throws Exception {
    Cassette cassette =
        read(
            "interactions:",
            "- request: {method: PUT, uri: 'https://management.azure.com/subscriptions/s'}",
            "  response: {status: {code: 200}}");
    assertThat(cassette.hasRequestBodies()).isFalse();
    assertThat(cassette.recorded()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a': | it is not valid JSON at line 1",
        "{\"a\": 1} | it has neither 'interactions' nor 'Entries'",
        "a: [1 | it is neither JSON nor valid YAML at line 1",
        "a: !!java.net.URL [x] | it is neither JSON nor valid YAML at line 1",
        "^^ | it has neither 'interactions' nor 'Entries'",
        "a: &x [*x] | it is YAML that is nested too deeply",
        "just words | it has neither 'interactions' nor 'Entries'",
        "{\"Entries\": [{}]} | interaction 0 has no method, no address or no status",
        "{\"interactions\": [1]} | interaction 0 has no method, no path or no status",
      },
      quoteCharacter = '^')
  void whatIsNoCassetteIsRefused(String text, String why) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(CassetteFormatException.class)
        .hasMessage(why);
  }

  @Test
  void aFolderHasItsCassettesInOrder() throws Exception {
    for (String name : List.of("b.json", "a.yaml", "c.yml", "d.txt")) {
      Files.writeString(directory.resolve(name), "");
    }
    Files.createDirectory(directory.resolve("e.json"));
    assertThat(CassetteFolder.files(directory))
        .containsExactly(
            directory.resolve("a.yaml"), directory.resolve("b.json"), directory.resolve("c.yml"));
  }
}
