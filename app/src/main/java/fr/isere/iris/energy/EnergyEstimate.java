package fr.isere.iris.energy;

import fr.isere.iris.models.ModelDescription;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The electricity that a model's answers take, from the size of the model: EcoLogits 0.9.1, {@code impacts/llm.py}, which supposes a server
 * of eight cards of 80 GB. An estimate, never a measurement; what reading the prompt takes is not in it.
 */
public final class EnergyEstimate {

    /** So many answers at once EcoLogits supposes: a busy server. */
    private static final int BUSY = 64;

    // Of a card, in kWh: tokens · (α · e^(β · batch) · active + γ) / 1000.
    private static final double ALPHA = 1.1665273170451914e-06;
    private static final double BETA = -0.011205921025579175;
    private static final double GAMMA = 4.052928146734005e-05;

    // Seconds for a token: a · active + b · batch + c.
    private static final double SECONDS_OF_ACTIVE = 0.0006785088094353663;
    private static final double SECONDS_OF_BATCH = 0.0003119310311688259;
    private static final double SECONDS = 0.019473717579473387;

    /** The server without its cards, in kW, and how much more than the machine the room takes. */
    private static final double SERVER = 1.2;

    private static final double ROOM = 1.2;
    private static final int CARDS_OF_SERVER = 8;
    private static final double CARD_GIGABYTES = 80;
    private static final double MORE_THAN_WEIGHTS = 1.2;

    private static final double SECONDS_OF_HOUR = 3600;
    private static final double THOUSAND = 1000;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final int BITS_UNLESS_SAID = 16;

    private EnergyEstimate() {}

    /**
     * From a busy server to one that has nothing else to do.
     *
     * @param least watt-hours with {@value #BUSY} answers at once
     * @param most watt-hours with one
     */
    public record Range(double least, double most) {}

    /** For a thousand tokens that a model writes. */
    public static Range ofThousandTokens(ModelDescription model) {
        double active = model.parameters().active().doubleValue();
        double total = model.parameters().total().doubleValue();
        int cards = cards(total, bits(model.quantisation()));
        return new Range(wattHours(active, cards, (int) THOUSAND, BUSY), wattHours(active, cards, (int) THOUSAND, 1));
    }

    /**
     * Of one answer.
     *
     * @param active billions of parameters used for one token
     * @param atOnce answers that the server writes at the same time
     */
    static double wattHours(double active, int cards, int tokens, int atOnce) {
        double card = tokens * (ALPHA * Math.exp(BETA * atOnce) * active + GAMMA) / THOUSAND;
        double seconds = tokens * (SECONDS_OF_ACTIVE * active + SECONDS_OF_BATCH * atOnce + SECONDS);
        double server = seconds / SECONDS_OF_HOUR * SERVER * cards / CARDS_OF_SERVER / atOnce;
        return ROOM * (server + cards * card) * THOUSAND;
    }

    /** Cards that hold the weights: a power of two. */
    static int cards(double total, int bits) {
        double gigabytes = MORE_THAN_WEIGHTS * total * bits / Byte.SIZE;
        int needed = (int) Math.ceil(gigabytes / CARD_GIGABYTES);
        return needed <= 1 ? 1 : Integer.highestOneBit(needed - 1) << 1;
    }

    /** Of a weight, by the first number in its publisher's name for it (Q4_K_M, FP8, BF16); taken high where it has none. */
    static int bits(String quantisation) {
        Matcher number = NUMBER.matcher(quantisation);
        return number.find() ? Math.max(1, Integer.parseInt(number.group())) : BITS_UNLESS_SAID;
    }
}
