export { showWalletOrder as GET } from '@/app/_server/order-wallet'
