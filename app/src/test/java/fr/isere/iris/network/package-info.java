/** IRIS in a network that leads nowhere: what it sends to whom, packet by packet. */
@NullMarked
package fr.isere.iris.network;

import org.jspecify.annotations.NullMarked;
