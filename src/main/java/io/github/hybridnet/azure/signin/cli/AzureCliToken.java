package io.github.hybridnet.azure.signin.cli;

import com.azure.core.credential.AccessToken;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.azure.signin.token.JwtClaims;
import io.github.hybridnet.text.PlainTextLine;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The answer of the Azure CLI.
 *
 * @param token the token
 * @param tenant the tenant that it is of, or empty
 */
record AzureCliToken(AccessToken token, String tenant) {
  /** Each brace could begin the answer; behind a warning there are not many. */
  private static final int TRIES = 50;

  /** Of a token that does not say when it ends. */
  private static final Duration SHORT = Duration.ofMinutes(10);

  /** What can be sent in a header. */
  private static final Pattern FORM = Pattern.compile("[!-~]+");

  private static final Pattern GUID = Pattern.compile("[0-9a-fA-F-]{36}");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Finds it in what the CLI wrote: warnings of it, and of Python, may come before and after. */
  static Optional<AzureCliToken> in(String output, InstantSource clock) {
    String text = PlainTextLine.withoutEscapes(output);
    int brace = text.indexOf('{');
    for (int tries = 0; brace != -1 && tries < TRIES; tries++) {
      Optional<AzureCliToken> found = at(text.substring(brace), clock);
      if (found.isPresent()) {
        return found;
      }
      brace = text.indexOf('{', brace + 1);
    }
    return Optional.empty();
  }

  private static Optional<AzureCliToken> at(String text, InstantSource clock) {
    try (JsonParser parser = JSON.createParser(text)) {
      JsonNode answer = JSON.readTree(parser);
      String token = answer == null ? "" : answer.path("accessToken").asText("");
      return !FORM.matcher(token).matches()
          ? Optional.empty()
          : Optional.of(
              new AzureCliToken(
                  new AccessToken(token, end(answer, token, clock).atOffset(ZoneOffset.UTC)),
                  PlainTextLine.of(answer.path("tenant").asText(""))));
    } catch (IOException notTheAnswer) {
      return Optional.empty();
    }
  }

  /** Seconds since 1970 where there are some, since local time is ambiguous in autumn. */
  private static Instant end(JsonNode answer, String token, InstantSource clock) {
    return epoch(answer.path("expires_on").asText(""))
        .or(() -> local(answer.path("expiresOn").asText("")))
        .or(() -> JwtClaims.of(token).flatMap(JwtClaims::expiry))
        .orElseGet(() -> clock.instant().plus(SHORT));
  }

  private static Optional<Instant> epoch(String seconds) {
    try {
      return seconds.isBlank()
          ? Optional.empty()
          : Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.strip())));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> local(String time) {
    try {
      return Optional.of(
          LocalDateTime.parse(time.strip().replace(' ', 'T'))
              .atZone(ZoneId.systemDefault())
              .toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether it is certainly of another one; a tenant may also be named by a domain. */
  boolean isOfOtherTenant(String wanted) {
    return GUID.matcher(wanted).matches()
        && GUID.matcher(tenant).matches()
        && !wanted.equalsIgnoreCase(tenant);
  }
}
