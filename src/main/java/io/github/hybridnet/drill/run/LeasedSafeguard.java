package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.lease.DrillLease;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records a drill here and in Azure, and ends it by the one restore. */
public final class LeasedSafeguard implements DrillSafeguard, AutoCloseable {
  private final DrillLease.LeaseStorage leaseStorage;
  private final DrillOrigin drillOrigin;
  private final DisconnectAction disconnectAction;
  private final RestoreProcedure restoreProcedure;
  private @Nullable DrillLease lease;

  /**
   * Whose drill it is.
   *
   * @param group the resource group that carries the marker
   * @param machine the machine that it runs on
   */
  public record DrillOrigin(ResourceKey group, String machine) {}

  /**
   * The safeguard of one drill.
   *
   * @param leaseStorage where it is recorded
   * @param drillOrigin whose it is
   * @param disconnectAction how ExpressRoute is disconnected and restored
   * @param restoreProcedure the restore
   */
  public LeasedSafeguard(
      DrillLease.LeaseStorage leaseStorage,
      DrillOrigin drillOrigin,
      DisconnectAction disconnectAction,
      RestoreProcedure restoreProcedure) {
    this.leaseStorage = leaseStorage;
    this.drillOrigin = drillOrigin;
    this.disconnectAction = disconnectAction;
    this.restoreProcedure = restoreProcedure;
  }

  @Override
  public void acquire(String id, DrillTime time) throws InterruptedException {
    lease =
        DrillLease.acquire(
            leaseStorage,
            new DrillLease.LeaseOwner(
                id, drillOrigin.group(), drillOrigin.machine(), time.instantAt(time.now())),
            disconnectAction);
  }

  @Override
  public RestoreResult restore() {
    return restoreProcedure.run(disconnectAction, Objects.requireNonNull(lease));
  }

  @Override
  public boolean isRestoredElsewhere() {
    return lease != null && lease.isRestoredElsewhere();
  }

  /** Shows others that the drill's process has ended. */
  @Override
  public void close() {
    if (lease != null) {
      lease.close();
    }
  }
}
