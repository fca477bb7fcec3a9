/**
 * Azure Resource Manager itself: resource ids and types, requests and answers, long-running
 * operations, errors, and the interfaces by which resource types are added.
 */
@NullMarked
package io.github.hybridnet.simulator.arm;

import org.jspecify.annotations.NullMarked;
