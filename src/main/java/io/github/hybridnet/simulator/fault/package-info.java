/** Faults by rule: what goes wrong, when, and how it looks to the client. */
@NullMarked
package io.github.hybridnet.simulator.fault;

import org.jspecify.annotations.NullMarked;
