package io.github.hybridnet.engine;

import java.util.function.Consumer;

/** What all steps of one run of a plan work with. */
record Workshop(
    Cloud cloud,
    EngineOptions options,
    Consumer<EngineEvent> listener,
    RunningOperations operations,
    GatewayTurns turns) {

  static Workshop of(Cloud cloud, EngineOptions options, Consumer<EngineEvent> listener) {
    return new Workshop(
        cloud, options, listener, new RunningOperations(options), new GatewayTurns());
  }

  Persistence persistence() {
    return new Persistence(options, listener, turns);
  }

  SettledRead resources() {
    return new SettledRead(cloud, options, listener);
  }
}
