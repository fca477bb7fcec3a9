package io.github.hybridnet.survival;

import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.engine.retry.Sleeper;
import java.time.InstantSource;

/** The time by which goals wait. */
public interface BuildTime extends InstantSource, Sleeper, DrillTime.Ticker {}
