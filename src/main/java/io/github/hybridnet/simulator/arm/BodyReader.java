package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.variant.VariantSelection;
import org.jspecify.annotations.Nullable;

/** Reads the body of a PUT before anything is done with it. */
@FunctionalInterface
public interface BodyReader {
  /**
   * The body as the type's operation is to see it.
   *
   * @param variants what is played
   * @return null if the request has none
   * @throws io.github.hybridnet.simulator.arm.error.ArmException if the service could not read it
   */
  @Nullable JsonNode read(ArmCall call, VariantSelection variants);
}
