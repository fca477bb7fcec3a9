package io.github.hybridnet.simulator.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The CPU that this process has used: unlike rates it does not depend on what else runs. */
final class Cpu {
  private Cpu() {}

  static double seconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }
}
