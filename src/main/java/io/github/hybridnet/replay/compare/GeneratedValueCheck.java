package io.github.hybridnet.replay.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.replay.script.ReplayScript;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Tells values that a service makes up (ids, etags, times, keys, addresses, counters) and texts for
 * people from those that can be compared. What a client has sent can always be compared.
 */
public final class GeneratedValueCheck {
  private static final Pattern MEMBER =
      Pattern.compile(
          "(?i)(etag|guid|servicekey|authorizationkey|stag|azureport|percentcomplete|correlationid"
              + "|trackingid|templatehash|duration|timestamp|time|bytestransferred|message"
              + "|nextlink)$");
  private static final Pattern VALUE =
      Pattern.compile(
          "(?s)[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|^\\d{4}-\\d\\d-\\d\\dT"
              + "|^https?://|^[A-Za-z0-9+/=]{40,}$|\\n|^.{300}");
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

  private final ReplayScript script;

  /** For the values of one cassette. */
  public GeneratedValueCheck(ReplayScript script) {
    this.script = script;
  }

  /** Whether the service made up the recorded value of a member. */
  public boolean isGenerated(String path, JsonNode value) {
    if (value.isTextual() && script.isFromClient(value.asText())) {
      return false;
    }
    if (MEMBER.matcher(path).find()) {
      return true;
    }
    if (!value.isTextual()) {
      return false;
    }
    String text = value.asText().replace(script.names().subscription(), "");
    return VALUE.matcher(text).find()
        || Arrays.stream(value.asText().split(",", -1)).allMatch(GeneratedValueCheck::isAddress);
  }

  private static boolean isAddress(String text) {
    if (text.indexOf(':') < 0) {
      return IPV4.matcher(text).matches();
    }
    try {
      return text.indexOf('.') != 0 && InetAddress.getByName(text) != null;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
