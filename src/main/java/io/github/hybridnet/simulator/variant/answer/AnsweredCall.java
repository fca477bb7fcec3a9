package io.github.hybridnet.simulator.variant.answer;

import io.github.hybridnet.simulator.arm.engine.RequestSubject;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.variant.AzureVariant;
import io.github.hybridnet.simulator.variant.VariantChoice;
import java.time.Instant;

/**
 * A request whose answer may be changed.
 *
 * @param request the request
 * @param subject what its path is about
 * @param choice the variants that are played
 * @param now simulated time
 */
record AnsweredCall(
    ServerRequest request, RequestSubject subject, VariantChoice choice, Instant now) {

  /** Whether this value is played. */
  boolean plays(AzureVariant variant, String value) {
    return choice.is(variant, value);
  }
}
