package io.github.hybridnet.drill.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hybridnet.drill.probe.ProbeSpec.Command;
import io.github.hybridnet.drill.probe.ProbeSpec.Endpoint;
import io.github.hybridnet.drill.probe.ProbeSpec.Http;
import io.github.hybridnet.drill.probe.ProbeSpec.Icmp;
import io.github.hybridnet.drill.probe.ProbeSpec.Tcp;
import io.github.hybridnet.text.UserException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeParserTest {
  private static ProbeSpec parse(String written) {
    return ProbeParser.parse(List.of(written)).get(0);
  }

  private static Http http(String written) {
    return (Http) parse(written);
  }

  private static String message(String... written) {
    UserException refusal =
        catchThrowableOfType(UserException.class, () -> ProbeParser.parse(Arrays.asList(written)));
    assertThat(refusal).as(Arrays.toString(written)).isNotNull();
    assertThat(refusal.code()).isEqualTo("HN5050");
    assertThat(refusal.kind()).isEqualTo(UserException.Kind.REFUSED);
    return refusal.getMessage();
  }

  /** What is said of one probe, without what is the same for all. */
  private static String mistake(String written) {
    List<String> lines = message(written).lines().toList();
    assertThat(lines).hasSize(3);
    return lines.get(1).strip();
  }

  @Test
  void tcp() {
    assertThat(parse("tcp://10.20.1.4:443"))
        .isEqualTo(
            new Tcp("tcp://10.20.1.4:443", "tcp://10.20.1.4:443", new Endpoint("10.20.1.4", 443)));
    assertThat(parse(" db=TCP://sql_1.example.:1433/ "))
        .isEqualTo(
            new Tcp("db", "tcp://sql_1.example.:1433", new Endpoint("sql_1.example.", 1433)));
    assertThat(parse("tcp://[fd00::1]:22"))
        .isEqualTo(
            new Tcp("tcp://[fd00::1]:22", "tcp://[fd00::1]:22", new Endpoint("fd00::1", 22)));
    assertThat(((Tcp) parse("tcp://bücher.example:1")).endpoint().host())
        .isEqualTo("xn--bcher-kva.example");
  }

  @Test
  void httpHasDefaultPortsAndPath() {
    assertThat(http("http://app.example").endpoint()).isEqualTo(new Endpoint("app.example", 80));
    assertThat(http("https://app.example").endpoint()).isEqualTo(new Endpoint("app.example", 443));
    assertThat(http("https://[fd00::1]:8443/x").endpoint())
        .isEqualTo(new Endpoint("fd00::1", 8443));
    assertThat(http("http://app.example").request().text())
        .isEqualTo(
            "GET / HTTP/1.1\r\nHost: app.example\r\nUser-Agent: hybridnet-maven-plugin\r\n"
                + "Accept: */*\r\nConnection: close\r\n\r\n");
    assertThat(http("http://[fd00::1]:8080/a?b=c").request().text())
        .startsWith("GET /a?b=c HTTP/1.1\r\nHost: [fd00::1]:8080\r\n");
    assertThat(http("http://app.example?b").request().text()).startsWith("GET /?b HTTP/1.1\r\n");
  }

  @Test
  void httpTakesWhatIsExpectedFromItsFragment() {
    assertThat(http("http://a/").request().status()).isEmpty();
    assertThat(http("http://a/#status=401").request().status()).hasValue(401);
    assertThat(http("http://a/#").request().status()).isEmpty();
    assertThat(http("https://a/").request().unchecked()).isFalse();
    assertThat(http("https://a#certificate=unchecked&status=204").request().unchecked()).isTrue();
    assertThat(http("https://a#certificate=unchecked&status=204").request().status()).hasValue(204);
  }

  @Test
  void userAndQueryAreSentAndNeverShown() {
    Http spec = http("web=https://m%40x:p+w%2F1@app.example:8443/health?code=s3cret#status=200");
    assertThat(spec.request().text())
        .startsWith("GET /health?code=s3cret HTTP/1.1\r\nHost: app.example:8443\r\n")
        .contains("\r\nAuthorization: Basic bUB4OnArdy8x\r\n");
    assertThat(spec.address()).isEqualTo("https://app.example:8443/health");
    assertThat(spec.toString()).doesNotContain("s3cret", "p+w", "bUB4", "m%40x");
    assertThat(http("https://m:p@app.example/?code=s3cret").name())
        .isEqualTo("https://app.example/");
  }

  @Test
  void icmp() {
    assertThat(parse("icmp://10.20.1.4"))
        .isEqualTo(new Icmp("icmp://10.20.1.4", "icmp://10.20.1.4", "10.20.1.4"));
    assertThat(parse("v6=icmp://[FD00::1]"))
        .isEqualTo(new Icmp("v6", "icmp://[FD00::1]", "FD00::1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "command:true                        | [true]",
        "command:./check.sh  a   b           | [./check.sh, a, b]",
        "command: sql -q \"select 1\" it's'  | [sql, -q, select 1, its]",
        "command:\"C:\\Program Files\\x.exe\" /q | [C:\\Program Files\\x.exe, /q]",
        "command:say 'a \"b\"' \"it's\" a\"b c\"d | [say, a \"b\", it's, ab cd]",
        "command:say \"\" end                | [say, , end]",
        "command:x=y a=b:c                   | [x=y, a=b:c]",
      })
  void commandsAreCutAtWhiteSpaceOutsideOfQuotes(String written, String words) {
    assertThat(((Command) parse(written)).words()).hasToString(words);
  }

  @Test
  void argumentsOfCommandsAreNeverShown() {
    ProbeSpec spec = parse("command:curl -H 'Authorization: Bearer s3cret' https://x/?s3cret");
    assertThat(spec.address()).isEqualTo("command:curl …");
    assertThat(spec.name()).isEqualTo("command:curl …");
    assertThat(spec.toString()).doesNotContain("s3cret");
    assertThat(parse("command:true").address()).isEqualTo("command:true");
  }

  @Test
  void blankProbesAreLeftOut() {
    assertThat(ProbeParser.parse(Arrays.asList("", null, "  ", "tcp://a:1"))).hasSize(1);
    assertThat(ProbeParser.parse(List.of())).isEmpty();
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThat(message("tcp://a", "a=tcp://b:1", "htps://x", "a=icmp://c"))
        .isEqualTo(
            String.join(
                System.lineSeparator(),
                "HN5050: hybridnet.failover.probes has probes that are not valid:",
                "    probe 1 ('tcp://a'): the port is missing",
                "    probe 3 ('htps:…'): it must begin with tcp:, http:, https:, icmp: or"
                    + " command:",
                "    probe 4 ('a=icmp://c'): another probe has the same name 'a'",
                "  Fix: write tcp://host:port, http://host/path, https://host/path, icmp://host"
                    + " or command:program argument. A probe can have a name, such as"
                    + " web=https://10.20.1.4/health. Nothing was changed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "10.20.1.4 | ('10.20.1.4'): it must begin with tcp:, http:, https:, icmp: or" + " command:",
        "a b=tcp://x:1 | ('a b=tcp://x:1'): the name before = must have 1 to 64"
            + " letters, digits, dots, hyphens or underscores, and must begin with a letter"
            + " or digit",
        "tcp:x:1 | ('tcp:x:1'): two slashes must follow the colon",
        "tcp://x:1/path | ('tcp://x:1/path'): after tcp:// only a host and a port are" + " allowed",
        "tcp://x:70000 | ('tcp://x:70000'): the port must be a number from 1 to 65535",
        "tcp://x:0 | ('tcp://x:0'): the port must be a number from 1 to 65535",
        "tcp://x: | ('tcp://x:'): the port must be a number from 1 to 65535",
        "tcp://:1 | ('tcp://:1'): the host is missing",
        "tcp://-x:1 | ('tcp://-x:1'): the host must be a name or an IP address",
        "tcp://300.1.1.1:1 | ('tcp://300.1.1.1:1'): the host must be a name or an IP" + " address",
        "tcp://10.1:1 | ('tcp://10.1:1'): the host must be a name or an IP address",
        "tcp://[10.0.0.1]:1 | ('tcp://[10.0.0.1]:1'): the text in brackets must be an"
            + " IPv6 address",
        "tcp://fd00::1:22 | ('tcp://fd00::1:22'): the port must be a number from 1 to" + " 65535",
        "tcp://[::1:22 | ('tcp://[::1:22'): after // a host and a port must follow."
            + " Write an IPv6 address in brackets",
        "icmp://x:7 | ('icmp://x:7'): after icmp:// only a host is allowed",
        "icmp://x/y | ('icmp://x/y'): after icmp:// only a host is allowed",
        "http://x/#top | ('http://x/…'): after # must follow status=CODE",
        "https://x/#top | ('https://x/…'): after # must follow status=CODE,"
            + " certificate=unchecked or both with &",
        "http://x/#certificate=unchecked | ('http://x/…'): after # must follow" + " status=CODE",
        "http://x/#status=2xx | ('http://x/…'): status= needs one code from 200 to 599",
        "http://x/ä | ('http://x/ä'): spaces and other special characters in path and"
            + " query must be percent-encoded",
        "http://x/a b?c | ('http://x/a…'): spaces and other special characters in path"
            + " and query must be percent-encoded",
        "http://a%zz@x/ | ('http:…'): in the user before @, each % must be followed by"
            + " two hexadecimal digits",
        "command: | ('command:'): the program is missing",
        "command:\"\" x | ('command:\"\"…'): the program is missing",
        "command:say 'x | ('command:say…'): the quotation mark ' has no closing one",
      })
  void eachMistakeIsNamed(String written, String said) {
    assertThat(mistake(written)).isEqualTo("probe 1 " + said);
  }

  @Test
  void aRequestCannotBeSmuggledIn() {
    assertThat(message("http://x/\r\nHost: y")).contains("percent-encoded");
    assertThat(message("http://x/?\nHost: y")).contains("percent-encoded");
    assertThat(http("http://u%0d%0aX: y@x/").request().text().lines()).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "htps://m:s3cret@app.example/",
        "https:/m:s3cret@app.example/",
        "https://m:s3#cret@app.example:x/?s3cret=1",
        "https://m:s3?cret@app.example:x/",
        "tcp://m:s3cret@x:1",
        "icmp://x/?s3cret",
        "https://x/#s3cret",
        "https://x/?s3cret=ä",
        "https://x/ s3cret",
        "curl -H 's3cret'",
        "password=s3cret",
        "m@s3cret",
        "command:curl 's3cret",
        "command:'' s3cret",
        "x=command:'' s3cret",
        "x: s3cret",
      })
  void mistakesNeverShowWhatMayBeSecret(String written) {
    assertThat(message(written)).doesNotContain("s3", "cret");
  }
}
