package io.github.hybridnet.drill.lease;

import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.api.DrillFinding;
import java.util.List;

/** Where a drill is written down: its marker in Azure and its file here. */
public interface DrillRecordStore {

  /** What it takes to undo the drill. */
  DrillRecord record();

  /** The definition before the disconnect; empty where it is not known here. */
  ResourceDefinition before();

  /**
   * Removes marker and file, in this order: a file whose marker could not be removed stays, so that
   * the next run tries again. Only after ExpressRoute is known to be back.
   *
   * @return what could not be removed, as warnings
   */
  List<DrillFinding> remove();
}
