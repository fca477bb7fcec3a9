/**
 * An embedded Azure Resource Manager, served over HTTPS on loopback. It shares nothing with the
 * rest of the product: what it knows of Azure comes from recorded traffic.
 */
@NullMarked
package io.github.hybridnet.simulator;

import org.jspecify.annotations.NullMarked;
