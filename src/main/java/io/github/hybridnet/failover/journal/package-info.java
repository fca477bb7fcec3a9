/** What is remembered of a drill until it is undone: on the disk, and in Azure. */
@NullMarked
package io.github.hybridnet.failover.journal;

import org.jspecify.annotations.NullMarked;
