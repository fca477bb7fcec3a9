package io.github.hybridnet.azure.operation;

import java.util.Optional;

/** The state of the resource that an operation works on. */
@FunctionalInterface
public interface ResourceStateReader {

  /** Its {@code provisioningState}; empty when it does not exist. */
  Optional<String> read();
}
