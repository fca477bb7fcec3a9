/** What probes say of an outage: pure. */
@NullMarked
package io.github.hybridnet.failover.measure;

import org.jspecify.annotations.NullMarked;
