package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** The names of Resource Manager's own jobs, as they are in {@code …/operationresults/{name}}. */
final class JobNames {
  static final String DELETION = "DEPLOYMENTDELETIONJOB-GNS--";
  static final String WHAT_IF = "DEPLOYMENTWHATIFJOB-GNS--";

  private JobNames() {}

  /** The path of a job that works in a location. */
  static String path(String subscription, String job, String location) {
    ObjectNode name = JsonCodec.object().put("jobId", job).put("jobLocation", location);
    return "/subscriptions/"
        + subscription
        + "/operationresults/"
        + Base64.getUrlEncoder().withoutPadding().encodeToString(JsonCodec.bytes(name));
  }

  /** The job that a segment names, if it is one of this package. */
  static Optional<String> read(String segment) {
    try {
      String job = JsonCodec.parse(Base64.getUrlDecoder().decode(segment)).path("jobId").asText();
      return Optional.of(job).filter(id -> id.startsWith(DELETION) || id.startsWith(WHAT_IF));
    } catch (IllegalArgumentException | JsonCodec.BadJsonException e) {
      return Optional.empty();
    }
  }

  static String named(String kind, String group, String unique) {
    return kind + group.toUpperCase(Locale.ROOT) + "-" + unique.toUpperCase(Locale.ROOT);
  }
}
