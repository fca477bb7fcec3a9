package io.github.hybridnet.simulator.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.Base64;

/**
 * Who sends a request, by what the token says.
 *
 * @param client the application's id
 * @param object the id of its object in the directory
 */
record CallerIdentity(String client, String object) {
  private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";
  private static final CallerIdentity NOBODY = new CallerIdentity(UNKNOWN, UNKNOWN);

  static CallerIdentity of(ArmCall call) {
    String[] token = call.header("Authorization").orElse("").split("\\.", -1);
    if (token.length != 3) {
      return NOBODY;
    }
    try {
      JsonNode claims = JsonCodec.parse(Base64.getUrlDecoder().decode(token[1]));
      return new CallerIdentity(
          claims.path("appid").asText(UNKNOWN), claims.path("oid").asText(UNKNOWN));
    } catch (IllegalArgumentException | JsonCodec.BadJsonException e) {
      return NOBODY;
    }
  }
}
