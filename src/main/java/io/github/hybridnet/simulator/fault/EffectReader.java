package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.ArmError;
import io.github.hybridnet.simulator.fault.AnswerEffects.Cut;
import io.github.hybridnet.simulator.fault.AnswerEffects.Malformed;
import io.github.hybridnet.simulator.http.Response.Delivery;
import io.github.hybridnet.simulator.identity.SignIn.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"<name of the effect>": {…}}}. */
final class EffectReader {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final Duration LONGEST = OperationEffects.FOR_EVER;

  private static final Map<String, Function<Fields, @Nullable Effect>> EFFECTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("status", EffectReader::status),
              Map.entry("delay", EffectReader::delay),
              Map.entry("reset", EffectReader::reset),
              Map.entry("truncate", fields -> new Cut(Delivery.HALF)),
              Map.entry("malformed", EffectReader::malformed),
              Map.entry("lostOperation", fields -> new AnswerEffects.LoseOperation()),
              Map.entry("stuckOperation", EffectReader::stuck),
              Map.entry("failOperation", fields -> new OperationEffects.Fail(error(fields))),
              Map.entry("cancelOperation", fields -> new OperationEffects.Cancel(error(fields))),
              Map.entry("rejectToken", EffectReader::rejectToken),
              Map.entry("expireTokens", fields -> new AnswerEffects.ExpireTokens()),
              Map.entry("refuseSignIn", EffectReader::refuseSignIn),
              Map.entry("throttle", EffectReader::throttle)));

  /** What a status usually means; others need a code. */
  private static final Map<Long, ErrorText> USUAL =
      Map.of(
          429L, ErrorText.of("TooManyRequests", "The request is being throttled."),
          500L, ErrorText.of("InternalServerError", "An error occured."),
          502L, ErrorText.of("BadGateway", "The gateway received an invalid response."),
          503L, ErrorText.of("ServiceUnavailable", "The service is temporarily unavailable."),
          504L,
              ErrorText.of(
                  "GatewayTimeout",
                  "The gateway did not receive a response from 'Microsoft.Network' within the"
                      + " specified time period."));

  private final Fields fields;

  EffectReader(Fields fields) {
    this.fields = fields;
  }

  /** The effect; null if there is a problem with it, which has been said. */
  @Nullable Effect read() {
    List<String> names = fields.names();
    String known = String.join(", ", EFFECTS.keySet());
    if (names.size() != 1) {
      fields.problem("", "must have exactly one of " + known);
      return null;
    }
    Function<Fields, @Nullable Effect> reader = EFFECTS.get(names.get(0));
    if (reader == null) {
      fields.problem(names.get(0), "is no effect; there are " + known);
      return null;
    }
    Fields inside = fields.object(names.get(0));
    Effect effect = reader.apply(inside);
    inside.end();
    return effect;
  }

  private static @Nullable Effect status(Fields fields) {
    if (!fields.has("status")) {
      fields.problem("status", "is missing");
    }
    long status = fields.whole("status", 400, 599, 500);
    ErrorText usual = USUAL.get(status);
    if (usual == null && !fields.has("code")) {
      fields.problem("code", "is missing: " + status + " alone does not say what is wrong");
    }
    ErrorText error = error(fields, usual == null ? ErrorText.of("", "") : usual);
    long retryAfter = fields.whole("retryAfter", 0, 86_400, -1);
    boolean date = fields.choice("retryAfterAs", Map.of("seconds", false, "httpDate", true), false);
    return new AnswerEffects.Status((int) status, error, retryAfter, date);
  }

  private static @Nullable ErrorText error(Fields fields) {
    boolean given = fields.has("code") || fields.has("message") || fields.has("details");
    if (given && !fields.has("code")) {
      fields.problem("code", "is missing");
    }
    ErrorText read = error(fields, ErrorText.of("", ""));
    return given ? read : null;
  }

  private static ErrorText error(Fields fields, ErrorText usual) {
    String code = fields.text("code");
    String message = fields.text("message");
    List<ArmError.Detail> details = new ArrayList<>();
    for (Fields detail : fields.objects("details")) {
      String inner = detail.text("code");
      String text = detail.text("message");
      details.add(new ArmError.Detail(inner == null ? "" : inner, text == null ? "" : text));
      detail.end();
    }
    String shown = code == null ? usual.code() : code;
    boolean own = code == null || code.equals(usual.code());
    String fallback = own ? usual.message() : "The simulator was told to answer so.";
    return new ErrorText(shown, message == null ? fallback : message, details);
  }

  private static @Nullable Effect delay(Fields fields) {
    Duration wall = fields.duration("wall", LONGEST_WAIT);
    Duration simulated = fields.duration("simulated", LONGEST);
    if (fields.has("wall") == fields.has("simulated")) {
      fields.problem("", "must have either wall or simulated");
    }
    Duration time = wall == null ? simulated : wall;
    return time == null ? null : new Effect.Delay(time, wall == null);
  }

  private static Effect reset(Fields fields) {
    Map<String, Delivery> words =
        Map.of("beforeHeaders", Delivery.NONE, "afterHeaders", Delivery.HEADERS);
    return new Cut(fields.choice("at", words, Delivery.NONE));
  }

  private static Effect malformed(Fields fields) {
    Map<String, Malformed> words = Map.of("html", Malformed.HTML, "json", Malformed.JSON);
    return fields.choice("as", words, Malformed.HTML);
  }

  private static Effect stuck(Fields fields) {
    Duration time = fields.duration("for", LONGEST);
    return new OperationEffects.Stick(time == null ? OperationEffects.FOR_EVER : time);
  }

  private static Effect rejectToken(Fields fields) {
    Map<String, Boolean> words =
        Map.of("InvalidAuthenticationToken", false, "ExpiredAuthenticationToken", true);
    return new AnswerEffects.RejectToken(fields.choice("code", words, false));
  }

  private static Effect refuseSignIn(Fields fields) {
    Map<String, Refusal> words = new HashMap<>();
    words.put("invalid_client", Refusal.INVALID_CLIENT);
    words.put("unauthorized_client", Refusal.UNAUTHORIZED_CLIENT);
    words.put("temporarily_unavailable", Refusal.TEMPORARILY_UNAVAILABLE);
    return new AnswerEffects.RefuseSignIn(
        fields.choice("error", words, Refusal.TEMPORARILY_UNAVAILABLE));
  }

  private static Effect throttle(Fields fields) {
    return new Effect.Throttle(new LimitsReader(fields).read());
  }
}
