package io.github.hybridnet.app.drill;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.console.EngineEventText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.drill.action.DisconnectOptions;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.lease.DrillJournal;
import io.github.hybridnet.drill.lease.DrillLease.LeaseStorage;
import io.github.hybridnet.drill.run.RestoreProcedure;
import io.github.hybridnet.engine.EngineOptions;

/** Makes what a drill and the restore of an unfinished one have in common, on one cloud. */
final class DrillComponentsFactory {
  private final CloudSession cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final DrillEnvironment environment;
  private final boolean noPeeringKey;

  /**
   * A factory for one goal.
   *
   * @param options how resources are written
   * @param noPeeringKey whether a peering that is not declared has no MD5 key
   */
  DrillComponentsFactory(
      CloudSession cloud,
      EngineOptions options,
      LineWriter out,
      DrillEnvironment environment,
      boolean noPeeringKey) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.environment = environment;
    this.noPeeringKey = noPeeringKey;
  }

  DrillPorts ports() {
    return new DrillPorts(cloud.cloud(), cloud.views(), cloud.drills(), cloud::signIn);
  }

  DisconnectOptions disconnectOptions() {
    return new DisconnectOptions(options, event -> EngineEventText.write(event, out), noPeeringKey);
  }

  RestoreProcedure restoreProcedure(DrillTime time) {
    return new RestoreProcedure(time, environment.patience(), out::warn);
  }

  LeaseStorage leaseStorage(DrillTime time) {
    return new LeaseStorage(
        cloud.drills(),
        new DrillJournal(environment.journals(), cloud.endpoint()),
        time.sleeper(),
        environment.beat(),
        environment.signer());
  }
}
