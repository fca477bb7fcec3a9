/** The simulator in JUnit tests. */
@NullMarked
package io.github.hybridnet.simulator.junit;

import org.jspecify.annotations.NullMarked;
