package cn.yigongti.referral.hisevent;

/**
 * An event with this id of this source came before, but said something else or was about
 * another referral.
 */
public class EventIdReused extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
